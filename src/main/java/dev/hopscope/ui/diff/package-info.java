/** Draws what differs between hops: the way of an exchange, and its heads side by side. */
@NullMarked
package dev.hopscope.ui.diff;

import org.jspecify.annotations.NullMarked;
