package dev.hopscope.ui.shell;

import dev.hopscope.ui.kit.Tone;
import org.jspecify.annotations.Nullable;

/**
 * Something the user should know until they put it away.
 *
 * @param copy what its button Copy copies, null for no such button
 */
record Notice(
        Tone tone, String headline, String detail, @Nullable String copy) {
    Notice(Tone tone, String headline, String detail) {
        this(tone, headline, detail, null);
    }
}
