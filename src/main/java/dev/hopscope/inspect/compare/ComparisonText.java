package dev.hopscope.inspect.compare;

import dev.hopscope.inspect.diff.DiffKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A comparison as a unified diff, to paste into a report: one hunk or more for each section that differs, with three lines around each change. Pure, any thread.
 * Lists at most {@value #MOST} lines, and says so in the text.
 */
public final class ComparisonText {
    /** Lines of the text: more is no longer read by anyone. */
    static final int MOST = 20_000;

    private static final int AROUND = 3;

    private final StringBuilder out = new StringBuilder();
    private final Function<Line.Label, String> words;
    private int written;

    private ComparisonText(Function<Line.Label, String> words) {
        this.words = words;
    }

    /**
     * @param from names the first exchange
     * @param to names the second
     * @param titles words for a section
     * @param labels words for what a line is called
     * @param cut said at the end where lines were left out
     */
    public static String of(
            Comparison comparison,
            String from,
            String to,
            Function<Section.Part, String> titles,
            Function<Line.Label, String> labels,
            String cut) {
        ComparisonText text = new ComparisonText(labels);
        text.out.append("--- ").append(from).append("\n+++ ").append(to).append('\n');
        for (Section section : comparison.sections()) {
            text.section(section, titles.apply(section.part()));
        }
        if (text.written > MOST) {
            text.out.append("# ").append(cut).append('\n');
        }
        return text.out.toString();
    }

    private void section(Section section, String title) {
        if (section.changes() == 0) {
            return;
        }
        List<Line> lines = section.lines();
        int lineA = 1;
        int lineB = 1;
        int at = 0;
        boolean plain = section.body() != null && section.body().mode() == BodyMode.TEXT;
        while (at < lines.size() && written <= MOST) {
            int end = hunkEnd(section, at);
            if (end == at) {
                break;
            }
            int from = hunkStart(section, at);
            for (; at < from; at++) {
                Line line = lines.get(at);
                lineA += line.a() == null ? 0 : 1;
                lineB += line.b() == null ? 0 : 1;
            }
            hunk(lines.subList(from, end), lineA, lineB, title, plain);
            for (; at < end; at++) {
                Line line = lines.get(at);
                lineA += line.a() == null ? 0 : 1;
                lineB += line.b() == null ? 0 : 1;
            }
        }
    }

    private static int nextChange(Section section, int from) {
        int at = from;
        while (at < section.lines().size() && !section.changed(at)) {
            at++;
        }
        return at;
    }

    private static int hunkStart(Section section, int from) {
        return Math.max(from, nextChange(section, from) - AROUND);
    }

    /** Behind the lines that follow the last change of a hunk; {@code from} where no change follows. */
    private static int hunkEnd(Section section, int from) {
        int size = section.lines().size();
        int last = nextChange(section, from);
        if (last == size) {
            return from;
        }
        while (true) {
            int next = nextChange(section, last + 1);
            if (next == size || next - last > 2 * AROUND) {
                return Math.min(size, last + 1 + AROUND);
            }
            last = next;
        }
    }

    private void hunk(List<Line> lines, int lineA, int lineB, String title, boolean plain) {
        int sizeA = (int) lines.stream().filter(l -> l.a() != null).count();
        int sizeB = (int) lines.stream().filter(l -> l.b() != null).count();
        out.append("@@ -").append(range(lineA, sizeA)).append(" +").append(range(lineB, sizeB));
        out.append(" @@ ").append(title).append('\n');
        List<String> added = new ArrayList<>();
        for (Line line : lines) {
            written++;
            if (line.kind() == DiffKind.KEPT) {
                flush(added);
                kept(line, plain);
                continue;
            }
            Line.Cell a = line.a();
            Line.Cell b = line.b();
            if (a != null) {
                put('-', line, a, plain);
            }
            if (b != null) {
                added.add(text(line, b, plain));
            }
        }
        flush(added);
    }

    /** A line kept on both sides may be written otherwise, where its difference is ignored. */
    private void kept(Line line, boolean plain) {
        Line.Cell one = line.a() != null ? line.a() : line.b();
        if (one != null) {
            put(' ', line, one, plain);
        }
    }

    private void put(char mark, Line line, Line.Cell cell, boolean plain) {
        out.append(mark).append(text(line, cell, plain)).append('\n');
    }

    private void flush(List<String> added) {
        added.forEach(line -> out.append('+').append(line).append('\n'));
        added.clear();
    }

    private String text(Line line, Line.Cell cell, boolean plain) {
        String value = cell.text().replace("\r", "\\r").replace("\n", "\\n");
        return plain ? value : "  ".repeat(line.depth()) + words.apply(line.label()) + ": " + value;
    }

    private static String range(int line, int size) {
        return size == 1 ? "" + line : (size == 0 ? line - 1 : line) + "," + size;
    }
}
