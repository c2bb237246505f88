/** What differs between two messages, line by line and word by word, and why. Pure functions. */
@NullMarked
package dev.hopscope.inspect.diff;

import org.jspecify.annotations.NullMarked;
