/** How each format writes a text so that its reader gets back exactly that text: one file per quoting. */
@NullMarked
package dev.hopscope.snippet.quote;

import org.jspecify.annotations.NullMarked;
