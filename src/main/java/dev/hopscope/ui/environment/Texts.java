package dev.hopscope.ui.environment;

import dev.hopscope.snippet.Rendered;
import dev.hopscope.snippet.Snippet;

/** What is shown of one target: the text that sets it up and the one that takes it back. Immutable; any thread. */
record Texts(Snippet snippet, Rendered apply, Rendered undo) {}
