/** Exchanges in the formats of other programs: HAR out. Knows neither the screen nor where exchanges come from. */
@NullMarked
package dev.hopscope.interchange;

import org.jspecify.annotations.NullMarked;
