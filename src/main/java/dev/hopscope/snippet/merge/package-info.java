/** Puts lines and values into a file that is there already, keeping everything else to the byte, and takes them out again. */
@NullMarked
package dev.hopscope.snippet.merge;

import org.jspecify.annotations.NullMarked;
