package dev.hopscope.ui.body;

import dev.hopscope.inspect.body.Note;
import dev.hopscope.ui.kit.Messages;
import java.util.List;

/** Notes beside a rendering in words. Pure functions, any thread. */
public final class NoteWords {
    private NoteWords() {}

    public static List<String> of(List<Note> notes) {
        return notes.stream()
                .map(note -> Messages.text(
                        "body.note." + note.key(), note.arguments().toArray()))
                .toList();
    }
}
