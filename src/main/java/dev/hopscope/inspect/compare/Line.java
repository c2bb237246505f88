package dev.hopscope.inspect.compare;

import dev.hopscope.inspect.diff.DiffKind;
import dev.hopscope.inspect.diff.Span;
import dev.hopscope.inspect.diff.WordDiff;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a comparison: what it is called, and how it stands on both sides. Immutable, any thread.
 *
 * @param depth how far it is indented below a line that groups others
 * @param group whether it only heads the lines below it, and is never a difference itself
 * @param a null where the first exchange lacks it
 * @param b null where the second lacks it
 * @param remark what to say of it; null for nothing
 * @param marked words known beforehand to differ; null where {@link #words} finds them
 */
public record Line(
        DiffKind kind,
        int depth,
        boolean group,
        Label label,
        @Nullable Cell a,
        @Nullable Cell b,
        @Nullable Fact remark,
        @Nullable WordDiff marked) {
    private static final int LONG_WORD = 24;
    private static final WordDiff NO_WORDS = new WordDiff(List.of(), List.of());

    /** What the name of a line is. */
    public enum Called {
        /** As on the wire: a field, a parameter, a path, a line number. */
        NAME,
        /** Stands for words of the window, below {@code compare.label.}. */
        WORDS,
        TRAILER,
        COOKIE_SENT,
        COOKIE_SET,
        /** A cookie, of which {@link Label#detail} names the attribute. */
        ATTRIBUTE
    }

    /**
     * What a line is called.
     *
     * @param detail an attribute of a cookie; else empty
     */
    public record Label(String name, String detail, Called called) {
        static Label of(String name) {
            return new Label(name, "", Called.NAME);
        }

        static Label of(String name, Called called) {
            return new Label(name, "", called);
        }

        static Label key(String name) {
            return new Label(name, "", Called.WORDS);
        }
    }

    /** What kind of text a cell holds. */
    public enum Look {
        PLAIN,
        STRING,
        NUMBER,
        LITERAL,
        DIM
    }

    /**
     * One side.
     *
     * @param text at most {@link #MOST} characters, with {@code …} where some were left out
     * @param share how long a bar beside it is drawn, 0 to 1; negative for none
     */
    public record Cell(String text, Look look, double share) {
        /** Characters of one cell: the rest is in the body views. */
        public static final int MOST = 2000;

        /** Characters before the first difference that are kept of a long text. */
        private static final int LEAD = 100;

        static Cell of(String text) {
            return of(text, Look.PLAIN);
        }

        static Cell of(String text, Look look) {
            return new Cell(cut(text, 0), look, -1);
        }

        /** The same text where it is short enough, else the part from shortly before {@code from}. */
        private static String cut(String text, int from) {
            int start = text.length() <= MOST ? 0 : Math.clamp(from - LEAD, 0, text.length() - MOST);
            int end = Math.min(text.length(), start + MOST);
            return start == 0 && end == text.length()
                    ? text
                    : (start > 0 ? "\u2026" : "") + text.substring(start, end) + (end < text.length() ? "\u2026" : "");
        }
    }

    static Line kept(Label label, @Nullable Cell a, @Nullable Cell b) {
        return new Line(DiffKind.KEPT, 0, false, label, a, b, null, null);
    }

    /** Added, removed, changed or kept: as the texts say. Long ones are shown from where they begin to differ. */
    static Line of(Label label, @Nullable String a, @Nullable String b, Look look) {
        if (a == null || b == null) {
            DiffKind kind = a == null && b == null ? DiffKind.KEPT : a == null ? DiffKind.ADDED : DiffKind.REMOVED;
            return new Line(
                    kind,
                    0,
                    false,
                    label,
                    a == null ? null : Cell.of(a, look),
                    b == null ? null : Cell.of(b, look),
                    null,
                    null);
        }
        return pair(label, a, look, b, look);
    }

    /** Both sides have it. */
    static Line pair(Label label, String a, Look lookA, String b, Look lookB) {
        if (a.equals(b)) {
            return kept(label, Cell.of(a, lookA), Cell.of(b, lookB));
        }
        int same = commonStart(a, b);
        Cell first = new Cell(Cell.cut(a, same), lookA, -1);
        Cell second = new Cell(Cell.cut(b, same), lookB, -1);
        Fact remark =
                Math.max(a.length(), b.length()) > Cell.MOST ? Fact.of("longValue", a.length(), b.length()) : null;
        return new Line(DiffKind.CHANGED, 0, false, label, first, second, remark, null);
    }

    static Line of(Label label, @Nullable String a, @Nullable String b) {
        return of(label, a, b, Look.PLAIN);
    }

    private static int commonStart(String a, String b) {
        int most = Math.min(a.length(), b.length());
        int i = 0;
        while (i < most && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return i;
    }

    Line as(DiffKind newKind, @Nullable Fact newRemark) {
        return new Line(newKind, depth, group, label, a, b, newRemark, marked);
    }

    Line at(int newDepth) {
        return new Line(kind, newDepth, group, label, a, b, remark, marked);
    }

    public boolean changed() {
        return kind != DiffKind.KEPT;
    }

    /** The parts of both texts that the other lacks; found when asked for, since most lines are never looked at. */
    public WordDiff words() {
        if (marked != null) {
            return marked;
        }
        if (kind != DiffKind.CHANGED || a == null || b == null) {
            return NO_WORDS;
        }
        WordDiff found = WordDiff.of(a.text(), b.text());
        // a value that has nothing in common with the other is not dotted with marks
        boolean whole = whole(found.before(), a.text()) && whole(found.after(), b.text());
        return whole ? middle(a.text(), b.text()) : found;
    }

    /** What lies between the common ends of two long texts without words; nothing where they are short or have no such ends. */
    private static WordDiff middle(String a, String b) {
        int least = Math.min(a.length(), b.length());
        int start = commonStart(a, b);
        int end = 0;
        while (end < least - start && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
            end++;
        }
        return least < LONG_WORD || start + end < least / 2
                ? NO_WORDS
                : new WordDiff(span(start, a.length() - end), span(start, b.length() - end));
    }

    private static List<Span> span(int from, int to) {
        return from < to ? List.of(new Span(from, to)) : List.of();
    }

    private static boolean whole(List<Span> spans, String text) {
        return spans.size() == 1
                && spans.getFirst().from() == 0
                && spans.getFirst().to() == text.length();
    }
}
