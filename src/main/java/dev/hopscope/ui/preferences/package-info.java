/** The preferences: a model that checks every field, and the dialog that shows it. */
@NullMarked
package dev.hopscope.ui.preferences;

import org.jspecify.annotations.NullMarked;
