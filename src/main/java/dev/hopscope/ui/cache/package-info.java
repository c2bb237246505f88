/** How caches look on the screen: their marks in few pixels, their words, the layers of one exchange, and the hit ratio of many. Knows no table and no pane around it. */
@NullMarked
package dev.hopscope.ui.cache;

import org.jspecify.annotations.NullMarked;
