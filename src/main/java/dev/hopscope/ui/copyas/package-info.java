/** Requests copied as code of other programs: what is selected, for which program, masked or not, and the pane that shows it first. */
@NullMarked
package dev.hopscope.ui.copyas;

import org.jspecify.annotations.NullMarked;
