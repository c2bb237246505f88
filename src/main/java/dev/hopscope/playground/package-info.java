/** A small origin inside the program, so that everything can be tried without a network, and the traffic to try it with. Knows neither engine nor screen. */
@NullMarked
package dev.hopscope.playground;

import org.jspecify.annotations.NullMarked;
