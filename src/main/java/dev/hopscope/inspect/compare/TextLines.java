package dev.hopscope.inspect.compare;

import dev.hopscope.inspect.diff.DiffKind;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;

/**
 * Two texts aligned line by line. Immutable, any thread; a line is made when asked for, so that a large text costs little more than itself.
 */
final class TextLines extends AbstractList<Line> implements RandomAccess {
    private static final int NONE = -1;

    private final TextPieces a;
    private final TextPieces b;
    /** For each line its place in the first and in the second. */
    private final int[] placesA;

    private final int[] placesB;
    private final boolean[] equal;
    private final int firstLine;
    private final int unaligned;

    private TextLines(TextPieces a, TextPieces b, Rows rows, int firstLine, int unaligned) {
        this.a = a;
        this.b = b;
        placesA = Arrays.copyOf(rows.a, rows.size);
        placesB = Arrays.copyOf(rows.b, rows.size);
        equal = Arrays.copyOf(rows.equal, rows.size);
        this.firstLine = firstLine;
        this.unaligned = unaligned;
    }

    /** @param firstLine the number of the first line of both, 1 for a whole text */
    static TextLines of(String a, String b, int firstLine, Progress progress) {
        TextPieces first = TextPieces.of(a);
        progress.at(0.1);
        TextPieces second = TextPieces.of(b);
        progress.at(0.2);
        Map<String, Integer> known = new HashMap<>();
        int[] idsA = first.identities(known);
        progress.at(0.4);
        int[] idsB = second.identities(known);
        Alignment.Result result = Alignment.of(idsA, idsB, progress.part(0.5, 0.95));
        return new TextLines(first, second, Rows.of(result.partner(), idsA, idsB), firstLine, result.unaligned());
    }

    /** Lines that differ next to each other, paired from the top. */
    private static final class Rows {
        private int[] a = new int[1024];
        private int[] b = new int[1024];
        private boolean[] equal = new boolean[1024];
        private int size;

        static Rows of(int[] partner, int[] idsA, int[] idsB) {
            Rows rows = new Rows();
            int sizeB = idsB.length;
            int i = 0;
            int j = 0;
            while (i < partner.length || j < sizeB) {
                int nextA = i;
                while (nextA < partner.length && partner[nextA] < 0) {
                    nextA++;
                }
                int nextB = nextA < partner.length ? partner[nextA] : sizeB;
                while (i < nextA || j < nextB) {
                    boolean same = i < nextA && j < nextB && idsA[i] == idsB[j];
                    rows.add(i < nextA ? i++ : NONE, j < nextB ? j++ : NONE, same);
                }
                if (i < partner.length) {
                    rows.add(i++, j++, true);
                }
            }
            return rows;
        }

        private void add(int placeA, int placeB, boolean same) {
            if (size == a.length) {
                a = Arrays.copyOf(a, 2 * size);
                b = Arrays.copyOf(b, 2 * size);
                equal = Arrays.copyOf(equal, 2 * size);
            }
            a[size] = placeA;
            b[size] = placeB;
            equal[size++] = same;
        }
    }

    @Override
    public int size() {
        return placesA.length;
    }

    @Override
    public Line get(int index) {
        int i = placesA[index];
        int j = placesB[index];
        String was = i < 0 ? null : a.piece(i);
        String is = j < 0 ? null : b.piece(j);
        return Line.of(Line.Label.of(number(i, j)), was, is);
    }

    private String number(int i, int j) {
        int lineA = i < 0 ? NONE : firstLine - 1 + a.line(i);
        int lineB = j < 0 ? NONE : firstLine - 1 + b.line(j);
        return lineA == lineB || lineB < 0 ? "" + lineA : lineA < 0 ? "" + lineB : lineA + " \u2192 " + lineB;
    }

    DiffKind kind(int index) {
        return equal[index]
                ? DiffKind.KEPT
                : placesA[index] < 0 ? DiffKind.ADDED : placesB[index] < 0 ? DiffKind.REMOVED : DiffKind.CHANGED;
    }

    int runs() {
        int runs = 0;
        for (int i = 0; i < equal.length; i++) {
            runs += !equal[i] && (i == 0 || equal[i - 1]) ? 1 : 0;
        }
        return runs;
    }

    int changedLines() {
        int changed = 0;
        for (boolean same : equal) {
            changed += same ? 0 : 1;
        }
        return changed;
    }

    /** What to say of the comparison. */
    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("text", changedLines(), a.lines(), b.lines()));
        if (a.folded() || b.folded()) {
            facts.add(Fact.of("folded", TextPieces.LONG));
        }
        if (unaligned > 0) {
            facts.add(Fact.of("unaligned", unaligned));
        }
        return facts;
    }
}
