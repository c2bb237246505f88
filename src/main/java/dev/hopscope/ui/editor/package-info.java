/** A request as a draft: written or changed, sent through Hopscope, its response beside it, each sending remembered. */
@NullMarked
package dev.hopscope.ui.editor;

import org.jspecify.annotations.NullMarked;
