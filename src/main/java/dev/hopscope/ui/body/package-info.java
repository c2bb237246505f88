/** Draws a body rendering: coloured text, hex pages, images, tables. Knows no view by name and no exchange. */
@NullMarked
package dev.hopscope.ui.body;

import org.jspecify.annotations.NullMarked;
