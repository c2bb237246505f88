/** The optional HTTP cache: stores and serves. What may be stored or may answer is decided in {@link dev.hopscope.caching}; it knows no protocol. */
@NullMarked
package dev.hopscope.proxy.cache;

import org.jspecify.annotations.NullMarked;
