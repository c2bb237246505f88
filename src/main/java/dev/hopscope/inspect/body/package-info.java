/** What the bytes of a body are and how they read: content decoding and one file per view. Pure functions; knows neither the screen nor where bodies are kept. */
@NullMarked
package dev.hopscope.inspect.body;

import org.jspecify.annotations.NullMarked;
