/** Text that makes a client use a proxy, and text that takes it back: one file per target. Runs nothing, writes nothing. */
@NullMarked
package dev.hopscope.snippet;

import org.jspecify.annotations.NullMarked;
