package dev.hopscope.inspect.body;

import dev.hopscope.inspect.body.BodyRendering.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects coloured text under its caps: length, and length of a line. One thread. Knows no format. */
final class TextBuilder {
    /** A line longer than this goes on in the next: the text area cannot lay out longer ones. */
    static final int FOLD = 10_000;

    /** The most characters of a rendering: more would hold up the screen while they are laid out. */
    static final int MAX_CHARS = 1 << 20;

    /** Regions that can be folded, at most. */
    static final int MAX_FOLDS = 100_000;

    private final StringBuilder text = new StringBuilder();
    private final List<Span> spans = new ArrayList<>();
    private int[] continued = new int[4];
    private int folds;
    private int line;
    private int column;
    private boolean full;
    private boolean silent;
    private int[] regions = new int[16];
    private int used;

    /** One that keeps nothing and is never full: for what a printer has to say. */
    static TextBuilder silent() {
        TextBuilder none = new TextBuilder();
        none.silent = true;
        return none;
    }

    /** The index of the line that is being written. */
    int line() {
        return line;
    }

    /** Lets the reader hide the lines after one; does nothing where there are none. */
    void fold(int stays, int lastHidden) {
        if (lastHidden > stays && !full && used < 2 * MAX_FOLDS) {
            if (used == regions.length) {
                regions = Arrays.copyOf(regions, 2 * used);
            }
            regions[used++] = stays;
            regions[used++] = lastHidden;
        }
    }

    /** Whether the cap is reached, so that going on is of no use. */
    boolean full() {
        return full;
    }

    TextBuilder add(CharSequence s, Style style) {
        return add(s, 0, s.length(), style);
    }

    /** Line ends in it may be LF, CR LF or CR; all become LF. Characters a screen cannot show become visible ones. */
    TextBuilder add(CharSequence s, int from, int to, Style style) {
        if (silent) {
            return this;
        }
        int start = text.length();
        for (int i = from; i < to && !full; i++) {
            char c = s.charAt(i);
            if (c == '\r') {
                if (i + 1 < to && s.charAt(i + 1) == '\n') {
                    continue;
                }
                c = '\n';
            }
            put(c);
        }
        if (style != Style.PLAIN && text.length() > start) {
            span(start, style);
        }
        return this;
    }

    private void put(char c) {
        if (text.length() >= MAX_CHARS) {
            full = true;
        } else if (c == '\n') {
            newLine();
        } else {
            if (column == FOLD) {
                fold();
            }
            text.append(visible(c));
            column++;
        }
    }

    TextBuilder newLine() {
        full |= !silent && text.length() >= MAX_CHARS;
        if (silent || full) {
            return this;
        }
        text.append('\n');
        line++;
        column = 0;
        return this;
    }

    private void fold() {
        newLine();
        if (folds == continued.length) {
            continued = Arrays.copyOf(continued, 2 * folds);
        }
        continued[folds++] = line;
    }

    /** A control character as its picture (U+2400), a bidirectional control as U+FFFD: what is shown must stand in the order of the bytes. */
    private static char visible(char c) {
        if (c < 0x20 && c != '\t') {
            return (char) (0x2400 + c);
        }
        if (c == 0x7f) {
            return '\u2421';
        }
        return (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069') ? '\uFFFD' : c;
    }

    private void span(int start, Style style) {
        if (!spans.isEmpty()
                && spans.getLast().end() == start
                && spans.getLast().style() == style) {
            spans.set(spans.size() - 1, new Span(spans.getLast().start(), text.length(), style));
        } else {
            spans.add(new Span(start, text.length(), style));
        }
    }

    BodyRendering.Text build(List<Note> notes) {
        List<Note> all = new ArrayList<>(notes);
        if (folds > 0) {
            all.add(Note.of("folded", FOLD));
        }
        if (full) {
            all.add(Note.of("too-long", MAX_CHARS));
        }
        return new BodyRendering.Text(
                text.toString(),
                List.copyOf(spans),
                Arrays.copyOf(continued, folds),
                regions(),
                full,
                List.copyOf(all));
    }

    /** By the line that stays; of several that share it the largest. */
    private int[] regions() {
        long[] sorted = new long[used / 2];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = (long) regions[2 * i] << 32 | regions[2 * i + 1];
        }
        Arrays.sort(sorted);
        int[] kept = new int[used];
        int n = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i + 1 == sorted.length || sorted[i] >> 32 != sorted[i + 1] >> 32) {
                kept[n++] = (int) (sorted[i] >> 32);
                kept[n++] = (int) sorted[i];
            }
        }
        return Arrays.copyOf(kept, n);
    }
}
