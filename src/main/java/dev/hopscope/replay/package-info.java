/** A request as a draft that can be changed, written as code, and sent again as it was recorded. */
@NullMarked
package dev.hopscope.replay;

import org.jspecify.annotations.NullMarked;
