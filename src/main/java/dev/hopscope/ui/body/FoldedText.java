package dev.hopscope.ui.body;

import dev.hopscope.inspect.body.BodyRendering;
import dev.hopscope.inspect.body.BodyRendering.Span;
import dev.hopscope.inspect.body.Style;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A text with some of its regions hidden behind their first line, and the way between the offsets of both. Immutable, any thread. Does not know how it is
 * drawn.
 */
final class FoldedText {
    private final BodyRendering.Text whole;
    private final BitSet folded;
    private final String shown;
    private final List<Span> spans;
    /** Of each line shown: which it is, where it starts there and here. */
    private final int[] lines;

    private final int[] wholeStarts;
    private final int[] shownStarts;
    private final int[] lengths;

    private FoldedText(
            BodyRendering.Text whole,
            BitSet folded,
            String shown,
            List<Span> spans,
            int[] lines,
            int[] wholeStarts,
            int[] shownStarts,
            int[] lengths) {
        this.whole = whole;
        this.folded = folded;
        this.shown = shown;
        this.spans = spans;
        this.lines = lines;
        this.wholeStarts = wholeStarts;
        this.shownStarts = shownStarts;
        this.lengths = lengths;
    }

    /**
     * @param folded first lines of the regions that are hidden
     * @param marker what stands behind a first line, from how many lines it hides
     */
    static FoldedText of(BodyRendering.Text whole, BitSet folded, IntFunction<String> marker) {
        BitSet hidden = hidden(whole, folded);
        String text = whole.text();
        StringBuilder out = hidden.isEmpty() ? new StringBuilder(0) : new StringBuilder(text.length());
        List<Span> spans = new ArrayList<>();
        int[] lines = new int[256];
        int[] from = new int[256];
        int[] to = new int[256];
        int[] lengths = new int[256];
        int used = 0;
        int next = 0;
        int line = 0;
        int shownAt = 0;
        for (int start = 0; start <= text.length(); line++) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            if (!hidden.get(line)) {
                if (used == lines.length) {
                    lines = Arrays.copyOf(lines, 2 * used);
                    from = Arrays.copyOf(from, 2 * used);
                    to = Arrays.copyOf(to, 2 * used);
                    lengths = Arrays.copyOf(lengths, 2 * used);
                }
                lines[used] = line;
                from[used] = start;
                to[used] = shownAt;
                lengths[used++] = end - start;
                if (!hidden.isEmpty()) {
                    if (used > 1) {
                        out.append('\n');
                    }
                    out.append(text, start, end);
                    next = spans(whole.spans(), next, start, end, shownAt, spans);
                    shownAt += end - start;
                    if (hidden.get(line + 1)) {
                        String words = marker.apply(hidden.nextClearBit(line + 1) - line - 1);
                        out.append(words);
                        spans.add(new Span(shownAt, shownAt + words.length(), Style.COMMENT));
                        shownAt += words.length();
                    }
                    shownAt++;
                } else {
                    shownAt += end - start + 1;
                }
            }
            start = end + 1;
        }
        boolean all = hidden.isEmpty();
        return new FoldedText(
                whole,
                (BitSet) folded.clone(),
                all ? text : out.toString(),
                all ? whole.spans() : List.copyOf(spans),
                Arrays.copyOf(lines, used),
                Arrays.copyOf(from, used),
                Arrays.copyOf(to, used),
                Arrays.copyOf(lengths, used));
    }

    /** Moves the spans of a line to where it is shown; returns the first span not yet done with. */
    private static int spans(List<Span> all, int first, int start, int end, int shownAt, List<Span> out) {
        int next = first;
        while (next < all.size() && all.get(next).end() <= start) {
            next++;
        }
        int i = next;
        while (i < all.size() && all.get(i).start() < end) {
            Span span = all.get(i);
            int from = Math.max(start, span.start());
            int to = Math.min(end, span.end());
            if (to > from) {
                out.add(new Span(shownAt + from - start, shownAt + to - start, span.style()));
            }
            i++;
        }
        return next;
    }

    private static BitSet hidden(BodyRendering.Text whole, BitSet folded) {
        BitSet hidden = new BitSet();
        int[] folds = whole.folds();
        for (int i = 0; i < folds.length; i += 2) {
            if (folded.get(folds[i])) {
                hidden.set(folds[i] + 1, folds[i + 1] + 1);
            }
        }
        return hidden;
    }

    BodyRendering.Text whole() {
        return whole;
    }

    /** First lines of the regions that are hidden; a copy. */
    BitSet folded() {
        return (BitSet) folded.clone();
    }

    String shown() {
        return shown;
    }

    List<Span> spans() {
        return spans;
    }

    /** Which line of the whole text stands on a line shown. */
    int line(int shownLine) {
        return lines[Math.min(shownLine, lines.length - 1)];
    }

    /** Where a line of the whole text is shown, or the one it is hidden behind. */
    int shownLine(int line) {
        int i = Arrays.binarySearch(lines, line);
        return i >= 0 ? i : Math.max(0, -i - 2);
    }

    /** From an offset of the text shown to one of the whole. */
    int toWhole(int offset) {
        int i = Arrays.binarySearch(shownStarts, offset);
        int at = i >= 0 ? i : -i - 2;
        return wholeStarts[at] + Math.min(offset - shownStarts[at], lengths[at]);
    }

    /** From an offset of the whole text to one of the text shown; -1 where it is hidden. */
    int toShown(int offset) {
        int i = Arrays.binarySearch(wholeStarts, offset);
        int at = i >= 0 ? i : -i - 2;
        int inLine = offset - wholeStarts[at];
        return inLine > lengths[at] ? -1 : shownStarts[at] + inLine;
    }

    /** What would still be folded were this offset of the whole text shown. */
    BitSet foldedButFor(int offset) {
        int line = (int)
                whole.text().substring(0, offset).chars().filter(c -> c == '\n').count();
        BitSet left = folded();
        int[] folds = whole.folds();
        for (int i = 0; i < folds.length; i += 2) {
            if (folds[i] < line && line <= folds[i + 1]) {
                left.clear(folds[i]);
            }
        }
        return left;
    }

    /** Whether a region begins at this line of the whole text. */
    boolean foldable(int line) {
        int[] folds = whole.folds();
        int low = 0;
        int high = folds.length / 2 - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (folds[2 * middle] == line) {
                return true;
            }
            if (folds[2 * middle] < line) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return false;
    }

    /** All regions but those that begin on the first line. */
    BitSet all() {
        BitSet all = new BitSet();
        int[] folds = whole.folds();
        for (int i = 0; i < folds.length; i += 2) {
            if (folds[i] > 0) {
                all.set(folds[i]);
            }
        }
        return all;
    }
}
