package dev.hopscope.inspect.compare;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Two rows of things aligned: equal ones in order. One thread, for one alignment. Common ends first, then the library on what is small, split before at things that
 * occur once on each side. What is still too large after that is not aligned, and counted.
 */
final class Alignment {
    /** Things of both sides together that are given to the library at once: the time it takes grows with their square. */
    static final int MOST_AT_ONCE = 3000;

    private static final int NONE = -1;

    private final int[] a;
    private final int[] b;
    private final int[] partner;
    /** How often a thing occurs in the range looked at, and where in the second; clean between uses. */
    private final int[] countA;

    private final int[] countB;
    private final int[] placeB;
    private final Deque<int[]> open = new ArrayDeque<>();
    private int unaligned;

    private Alignment(int[] a, int[] b) {
        this.a = a;
        this.b = b;
        partner = new int[a.length];
        Arrays.fill(partner, NONE);
        int most =
                Math.max(IntStream.of(a).max().orElse(0), IntStream.of(b).max().orElse(0));
        countA = new int[most + 1];
        countB = new int[most + 1];
        placeB = new int[most + 1];
    }

    /**
     * What came out.
     *
     * @param partner for each of the first its place in the second, -1 for none; rising
     * @param unaligned things of both sides that were taken for different without a look, since there were too many
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Result(int[] partner, int unaligned) {}

    /** @param a small numbers, from 0 up: equal things have equal numbers */
    static Result of(int[] a, int[] b, Progress progress) {
        Alignment alignment = new Alignment(a, b);
        alignment.run(progress);
        return new Result(alignment.partner, alignment.unaligned);
    }

    private void run(Progress progress) {
        open.push(new int[] {0, a.length, 0, b.length});
        while (!open.isEmpty()) {
            int[] range = open.pop();
            // ranges are done from the left to the right
            progress.at((double) range[0] / Math.max(1, a.length));
            align(range[0], range[1], range[2], range[3]);
        }
    }

    private void align(int fromA, int toA, int fromB, int toB) {
        int a0 = fromA;
        int b0 = fromB;
        while (a0 < toA && b0 < toB && a[a0] == b[b0]) {
            partner[a0++] = b0++;
        }
        int a1 = toA;
        int b1 = toB;
        while (a0 < a1 && b0 < b1 && a[a1 - 1] == b[b1 - 1]) {
            partner[--a1] = --b1;
        }
        if (a0 == a1 || b0 == b1) {
            return;
        }
        count(a0, a1, b0, b1, 1);
        int[] commonA = IntStream.range(a0, a1).filter(i -> countB[a[i]] > 0).toArray();
        int[] commonB = IntStream.range(b0, b1).filter(j -> countA[b[j]] > 0).toArray();
        int[] anchors = commonA.length + commonB.length <= MOST_AT_ONCE ? new int[0] : anchors(commonA, b0, b1);
        count(a0, a1, b0, b1, 0);
        if (commonA.length == 0) {
            return;
        }
        if (commonA.length + commonB.length <= MOST_AT_ONCE) {
            library(commonA, commonB);
        } else if (anchors.length == 0) {
            unaligned += commonA.length + commonB.length;
        } else {
            split(anchors, a0, a1, b0, b1);
        }
    }

    /** Counts what is in the ranges, or with 0 forgets it. */
    private void count(int a0, int a1, int b0, int b1, int step) {
        for (int i = a0; i < a1; i++) {
            countA[a[i]] = step == 0 ? 0 : countA[a[i]] + step;
        }
        for (int j = b0; j < b1; j++) {
            countB[b[j]] = step == 0 ? 0 : countB[b[j]] + step;
        }
    }

    /** Places in the first of things that occur once on each side, and in the same order. */
    private int[] anchors(int[] commonA, int b0, int b1) {
        for (int j = b0; j < b1; j++) {
            placeB[b[j]] = j;
        }
        int[] once = Arrays.stream(commonA)
                .filter(i -> countA[a[i]] == 1 && countB[a[i]] == 1)
                .toArray();
        boolean[] rising =
                Rising.longest(Arrays.stream(once).map(i -> placeB[a[i]]).toArray());
        return IntStream.range(0, once.length)
                .filter(x -> rising[x])
                .map(x -> once[x])
                .toArray();
    }

    private void split(int[] anchors, int a0, int a1, int b0, int b1) {
        int endA = a1;
        int endB = b1;
        for (int x = anchors.length - 1; x >= 0; x--) {
            int i = anchors[x];
            int j = placeB[a[i]];
            partner[i] = j;
            if (i + 1 < endA || j + 1 < endB) {
                open.push(new int[] {i + 1, endA, j + 1, endB});
            }
            endA = i;
            endB = j;
        }
        open.push(new int[] {a0, endA, b0, endB});
    }

    private void library(int[] placesA, int[] placesB) {
        List<Integer> first = Arrays.stream(placesA).mapToObj(i -> a[i]).toList();
        List<Integer> second = Arrays.stream(placesB).mapToObj(j -> b[j]).toList();
        int x = 0;
        int y = 0;
        for (AbstractDelta<Integer> delta :
                DiffUtils.diff(first, second, new MyersDiffWithLinearSpace<>()).getDeltas()) {
            while (x < delta.getSource().getPosition()) {
                partner[placesA[x++]] = placesB[y++];
            }
            x += delta.getSource().size();
            y += delta.getTarget().size();
        }
        while (x < placesA.length && y < placesB.length) {
            partner[placesA[x++]] = placesB[y++];
        }
    }
}
