/** A request as a draft that can be changed, written as code and sent again. Pure records so far. */
@NullMarked
package dev.hopscope.replay;

import org.jspecify.annotations.NullMarked;
