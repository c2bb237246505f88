package dev.hopscope.ui.environment;

import dev.hopscope.snippet.Note;
import dev.hopscope.snippet.Rendered;
import java.util.ArrayList;
import java.util.List;

/** A row of a shown text: one of its lines, or a note below the line it is about. Immutable; any thread. */
sealed interface CodeRow {
    /** @param number 1 for the first */
    record Line(int number, String text) implements CodeRow {}

    record Remark(String words) implements CodeRow {}

    /** All lines with their notes; notes on the whole come first. */
    static List<CodeRow> of(Rendered rendered) {
        List<CodeRow> rows = new ArrayList<>();
        notes(rendered, 0).forEach(rows::add);
        List<String> lines = rendered.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            rows.add(new Line(i + 1, lines.get(i)));
            notes(rendered, i + 1).forEach(rows::add);
        }
        return rows;
    }

    /** Lines with what there is to know about them before; both may be empty. */
    static List<CodeRow> of(List<String> lines, String note) {
        List<CodeRow> rows = new ArrayList<>();
        if (!note.isEmpty()) {
            rows.add(new Remark(note));
        }
        for (int i = 0; i < lines.size(); i++) {
            rows.add(new Line(i + 1, lines.get(i)));
        }
        return rows;
    }

    private static List<CodeRow> notes(Rendered rendered, int line) {
        return rendered.notes().stream()
                .filter(note -> note.line() == line)
                .map(Note::words)
                .<CodeRow>map(Remark::new)
                .toList();
    }
}
