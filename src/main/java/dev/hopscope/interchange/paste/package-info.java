/** Text of other programs read as a request: command lines of curl, messages, URLs, entries of HAR. Runs nothing, opens nothing. */
@NullMarked
package dev.hopscope.interchange.paste;

import org.jspecify.annotations.NullMarked;
