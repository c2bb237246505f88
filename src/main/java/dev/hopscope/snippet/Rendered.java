package dev.hopscope.snippet;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text and what there is to know about it; immutable.
 *
 * @param text ends with a line end, or is empty
 */
public record Rendered(String text, List<Note> notes) {
    private static final Pattern KEEPING = Pattern.compile("hopscope_v|(?i)HOPSCOPE_?(WAS|OLD)|\\$\\?");

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

    /** In our own part of a file; lines that keep earlier values do not count; 0 where there is none. */
    private int lineOf(String marker) {
        List<String> lines = text.lines().toList();
        boolean counts = !text.contains(">>> Hopscope");
        for (int i = 0; i < lines.size(); i++) {
            counts |= lines.get(i).contains(">>> Hopscope");
            if (counts
                    && lines.get(i).contains(marker)
                    && !KEEPING.matcher(lines.get(i)).find()) {
                return i + 1;
            }
        }
        return 0;
    }

    private Rendered with(Note note) {
        List<Note> more = new ArrayList<>(notes);
        more.add(note);
        return new Rendered(text, more);
    }
}
