/** A request as text that sends it again with another program: one file per program. Runs nothing, writes nothing. */
@NullMarked
package dev.hopscope.interchange.code;

import org.jspecify.annotations.NullMarked;
