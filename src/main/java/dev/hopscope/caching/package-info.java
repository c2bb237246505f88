/** RFC 9111 as pure functions over heads, times and options: one judge for our cache and for what we explain. Does no I/O and reads no clock. */
@NullMarked
package dev.hopscope.caching;

import org.jspecify.annotations.NullMarked;
