package dev.hopscope.interchange.paste;

import dev.hopscope.replay.RequestDraft;
import java.util.List;

/** What came of reading a text; immutable. */
public sealed interface PasteResult {
    /**
     * The request.
     *
     * @param draft Host and Content-Length stand in it only where the text had them and they are not what follows from URL and body anyway; a Content-Length is true
     * @param notes the gravest first; empty where the text says all
     */
    record Read(RequestDraft draft, List<Note> notes) implements PasteResult {
        public Read {
            notes = List.copyOf(notes);
        }
    }

    /**
     * It is no request.
     *
     * @param reason why, and what would be one; sentences
     */
    record Unreadable(String reason) implements PasteResult {}
}
