/** What exchanges say, worked out by pure functions. Knows neither engine nor store nor screen. */
@NullMarked
package dev.hopscope.inspect;

import org.jspecify.annotations.NullMarked;
