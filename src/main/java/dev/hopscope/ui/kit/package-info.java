/** What every pane stands on: theme, icons, words, figures, work off the screen's thread, and small controls. Knows JavaFX and nothing of ours. */
@NullMarked
package dev.hopscope.ui.kit;

import org.jspecify.annotations.NullMarked;
