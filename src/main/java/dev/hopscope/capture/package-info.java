/** From events to what is kept: snapshots, the rows in memory, and the session on disk behind interfaces. Knows neither Netty nor the screen. */
@NullMarked
package dev.hopscope.capture;

import org.jspecify.annotations.NullMarked;
