/** The window: tool bar, filter, banners, status bar, guide, and the places of table and detail. */
@NullMarked
package dev.hopscope.ui.shell;

import org.jspecify.annotations.NullMarked;
