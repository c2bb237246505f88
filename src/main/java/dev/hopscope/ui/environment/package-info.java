/** The pane Environment: what makes a client use the proxy, as text that follows what is typed. Sets nothing by itself. */
@NullMarked
package dev.hopscope.ui.environment;

import org.jspecify.annotations.NullMarked;
