package dev.hopscope.snippet;

import java.util.ArrayList;
import java.util.List;

/**
 * A text and what there is to know about it; immutable.
 *
 * @param text ends with a line end, or is empty
 */
public record Rendered(String text, List<Note> notes) {
    public Rendered {
        notes = List.copyOf(notes);
    }

    static Rendered of(String text) {
        return new Rendered(text, List.of());
    }

    static Rendered lines(List<String> lines) {
        return of(lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
    }

    /** With a note on the whole. */
    Rendered noting(String words) {
        return with(new Note(0, words));
    }

    /** With notes beside the first line that holds this. */
    Rendered noting(String marker, List<String> words) {
        Rendered noted = this;
        int line = lineOf(marker);
        for (String one : words) {
            noted = noted.with(new Note(line, one));
        }
        return noted;
    }

    private int lineOf(String marker) {
        int at = text.indexOf(marker);
        return at < 0
                ? 0
                : 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    private Rendered with(Note note) {
        List<Note> more = new ArrayList<>(notes);
        more.add(note);
        return new Rendered(text, more);
    }
}
