/** What of an exchange deserves a look: one file per kind of check. Pure functions. */
@NullMarked
package dev.hopscope.inspect.warning;

import org.jspecify.annotations.NullMarked;
