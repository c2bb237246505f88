package dev.hopscope.ui.body;

import dev.hopscope.inspect.body.BodyRendering;
import java.util.Arrays;
import java.util.Locale;

/**
 * A rendered text without the breaks that folding put into it: what is searched and copied. Immutable, any thread. Does not know how it is drawn.
 */
final class TextIndex {
    /** Finds are counted up to this many. */
    static final int MAX_FINDS = Findable.MAX_FINDS;

    private final String shown;
    /** Offsets, in the text shown, of line ends that only fold a long line. */
    private final int[] breaks;

    private TextIndex(String shown, int[] breaks) {
        this.shown = shown;
        this.breaks = breaks;
    }

    static TextIndex of(BodyRendering.Text text) {
        int[] breaks = new int[text.continued().length];
        int line = 0;
        int at = -1;
        for (int i = 0; i < breaks.length; i++) {
            while (line < text.continued()[i]) {
                at = text.text().indexOf('\n', at + 1);
                line++;
            }
            breaks[i] = at;
        }
        return new TextIndex(text.text(), breaks);
    }

    /** The text between two offsets of the text shown, its long lines whole again. */
    String unfolded(int from, int to) {
        int i = firstBreakAtOrAfter(from);
        if (i == breaks.length || breaks[i] >= to) {
            return shown.substring(from, to);
        }
        StringBuilder whole = new StringBuilder(to - from);
        int start = from;
        for (; i < breaks.length && breaks[i] < to; i++) {
            whole.append(shown, start, breaks[i]);
            start = breaks[i] + 1;
        }
        return whole.append(shown, start, to).toString();
    }

    String unfolded() {
        return unfolded(0, shown.length());
    }

    /** Where a text stands, ignoring case and folds: start and end of each find in the text shown, one after the other. */
    int[] find(String wanted) {
        if (wanted.isEmpty()) {
            return new int[0];
        }
        String where = lower(unfolded());
        String what = lower(wanted);
        int[] found = new int[16];
        int used = 0;
        int at = where.indexOf(what);
        while (at >= 0 && used < 2 * MAX_FINDS) {
            if (used == found.length) {
                found = Arrays.copyOf(found, 2 * used);
            }
            found[used++] = folded(at);
            found[used++] = folded(at + what.length() - 1) + 1;
            at = where.indexOf(what, at + what.length());
        }
        return Arrays.copyOf(found, used);
    }

    /** Lower case that keeps every offset: a character whose lower case is longer stays. */
    private static String lower(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.length() == text.length()) {
            return lower;
        }
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = Character.toLowerCase(chars[i]);
        }
        return new String(chars);
    }

    /** From an offset of the unfolded text to one of the text shown: break {@code i} lies behind {@code breaks[i] - i} characters. */
    private int folded(int offset) {
        int low = 0;
        int high = breaks.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (breaks[middle] - middle <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return offset + low;
    }

    private int firstBreakAtOrAfter(int offset) {
        int at = Arrays.binarySearch(breaks, offset);
        return at >= 0 ? at : -at - 1;
    }
}
