/** Draws what a line means: a card at the line, by hover or key. */
@NullMarked
package dev.hopscope.ui.meaning;

import org.jspecify.annotations.NullMarked;
