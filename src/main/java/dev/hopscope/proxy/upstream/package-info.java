/** Dials the other side, directly or through another proxy, and keeps idle connections. Knows no protocol file. */
@NullMarked
package dev.hopscope.proxy.upstream;

import org.jspecify.annotations.NullMarked;
