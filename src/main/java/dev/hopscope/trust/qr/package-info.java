/** Pictures that a phone's camera reads as text. The library that makes them is known here alone. */
@NullMarked
package dev.hopscope.trust.qr;

import org.jspecify.annotations.NullMarked;
