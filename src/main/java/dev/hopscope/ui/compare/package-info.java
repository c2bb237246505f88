/** Two exchanges side by side, over the whole window. */
@NullMarked
package dev.hopscope.ui.compare;

import org.jspecify.annotations.NullMarked;
