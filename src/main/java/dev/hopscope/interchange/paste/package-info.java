/** Text of other programs read as a request: one file per format. Runs nothing, opens no file, asks no network. */
@NullMarked
package dev.hopscope.interchange.paste;

import org.jspecify.annotations.NullMarked;
