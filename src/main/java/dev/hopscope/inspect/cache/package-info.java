/** What the header fields of a response say about the caches it came through: one file per vendor, each mark with its evidence. Pure functions; decides nothing by itself. */
@NullMarked
package dev.hopscope.inspect.cache;

import org.jspecify.annotations.NullMarked;
