package dev.hopscope.ui.shell;

import dev.hopscope.ui.kit.Tone;

/** Something the user should know until they put it away. */
record Notice(Tone tone, String headline, String detail) {}
