/** The live list: a model that takes changes in batches and orders them off the screen's thread, and the table that shows it. */
@NullMarked
package dev.hopscope.ui.table;

import org.jspecify.annotations.NullMarked;
