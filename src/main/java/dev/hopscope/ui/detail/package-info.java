/** The pane for the selected exchange: what happened, both messages, both handshakes. Models here know no scene. */
@NullMarked
package dev.hopscope.ui.detail;

import org.jspecify.annotations.NullMarked;
