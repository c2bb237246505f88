package dev.hopscope.inspect.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.hopscope.exchange.Header;
import dev.hopscope.exchange.HeaderChange;
import dev.hopscope.exchange.HeaderChange.Part;
import dev.hopscope.exchange.Headers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The field lines of two messages, aligned: first by what is recorded, at the indexes recorded; then the rest by comparing. One thread, for one comparison. Looks at
 * no start line.
 */
final class FieldLines {
    private static final int NONE = -1;

    private final Part part;
    private final Headers before;
    private final Headers after;
    /** For each line of the first its place in the second, {@link #NONE} if it has none. */
    private final int[] partner;

    private final int[] origin;
    private final List<List<HeaderChange>> changesBefore;
    private final List<List<HeaderChange>> changesAfter;

    private FieldLines(Part part, Headers before, Headers after) {
        this.part = part;
        this.before = before;
        this.after = after;
        partner = new int[before.size()];
        origin = new int[after.size()];
        Arrays.fill(partner, NONE);
        Arrays.fill(origin, NONE);
        changesBefore = lists(before.size());
        changesAfter = lists(after.size());
    }

    /** @param before null where there is no such message: the lines of the other then stand alone */
    static List<DiffLine> of(
            Part part, @Nullable Headers before, @Nullable Headers after, List<HeaderChange> recorded) {
        if (before == null || after == null) {
            return alone(part, before, after);
        }
        FieldLines lines = new FieldLines(part, before, after);
        recorded.stream().filter(c -> c.part() == part).forEach(lines::place);
        lines.compareRest();
        return lines.merged();
    }

    private static List<DiffLine> alone(Part part, @Nullable Headers before, @Nullable Headers after) {
        Headers only = before != null ? before : after;
        return only == null
                ? List.of()
                : only.stream()
                        .map(h -> new DiffLine.Side(h.name(), h.value(), List.of()))
                        .map(side -> new DiffLine(
                                part,
                                DiffKind.KEPT,
                                before != null ? side : null,
                                before != null ? null : side,
                                List.of(),
                                true))
                        .toList();
    }

    private static List<List<HeaderChange>> lists(int size) {
        List<List<HeaderChange>> lists = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            lists.add(new ArrayList<>(1));
        }
        return lists;
    }

    /** Believes a record only where the lines are as it says. */
    private void place(HeaderChange c) {
        boolean had = c.indexBefore() >= 0 && c.indexBefore() < before.size();
        boolean has = c.indexAfter() >= 0 && c.indexAfter() < after.size();
        boolean wasSo = had && before.value(c.indexBefore()).equals(c.before());
        boolean isSo = has && after.value(c.indexAfter()).equals(c.after());
        switch (c.kind()) {
            case ADDED -> {
                if (isSo) {
                    changesAfter.get(c.indexAfter()).add(c);
                }
            }
            case REMOVED -> {
                if (wasSo) {
                    changesBefore.get(c.indexBefore()).add(c);
                }
            }
            case CHANGED, MOVED, CASE_ONLY -> {
                if (wasSo && isSo && partner[c.indexBefore()] == NONE && origin[c.indexAfter()] == NONE) {
                    pair(c.indexBefore(), c.indexAfter());
                }
                if (wasSo && isSo && partner[c.indexBefore()] == c.indexAfter()) {
                    changesBefore.get(c.indexBefore()).add(c);
                }
            }
        }
    }

    private void pair(int i, int j) {
        partner[i] = j;
        origin[j] = i;
    }

    /** What no record speaks of: equal lines in order are kept; what is left differs without a reason. */
    private void compareRest() {
        int[] openBefore = open(partner, changesBefore);
        int[] openAfter = open(origin, changesAfter);
        List<Header> a = Arrays.stream(openBefore).mapToObj(before::get).toList();
        List<Header> b = Arrays.stream(openAfter).mapToObj(after::get).toList();
        int i = 0;
        int j = 0;
        List<AbstractDelta<Header>> deltas =
                a.equals(b) ? List.of() : DiffUtils.diff(a, b).getDeltas();
        for (AbstractDelta<Header> delta : deltas) {
            while (i < delta.getSource().getPosition()) {
                pair(openBefore[i++], openAfter[j++]);
            }
            i += delta.getSource().size();
            j += delta.getTarget().size();
        }
        while (i < openBefore.length && j < openAfter.length) {
            pair(openBefore[i++], openAfter[j++]);
        }
        // the same line elsewhere, then the same name in other letters, then the same name with another value
        match(openBefore, openAfter, (x, y) -> before.get(x).equals(after.get(y)));
        match(openBefore, openAfter, (x, y) -> sameName(x, y) && before.value(x).equals(after.value(y)));
        match(openBefore, openAfter, this::sameName);
    }

    private static int[] open(int[] partners, List<List<HeaderChange>> changes) {
        int[] open = new int[partners.length];
        int size = 0;
        for (int i = 0; i < partners.length; i++) {
            if (partners[i] == NONE && changes.get(i).isEmpty()) {
                open[size++] = i;
            }
        }
        return Arrays.copyOf(open, size);
    }

    /** Whether two lines belong together. */
    private interface Likeness {
        boolean test(int before, int after);
    }

    private void match(int[] openBefore, int[] openAfter, Likeness like) {
        for (int i : openBefore) {
            for (int j : openAfter) {
                if (partner[i] == NONE && origin[j] == NONE && like.test(i, j)) {
                    pair(i, j);
                }
            }
        }
    }

    private boolean sameName(int i, int j) {
        return before.name(i).equalsIgnoreCase(after.name(j));
    }

    private List<DiffLine> merged() {
        List<DiffLine> lines = new ArrayList<>();
        boolean[] moved = moved();
        int i = 0;
        for (int j = 0; j < after.size(); j++) {
            // what stood before a line in the first stands before it here
            int until = origin[j] == NONE || moved[j] ? nextPartner(j, moved) : origin[j];
            if (origin[j] == NONE && !hasRemovedFirst(i, until)) {
                until = i;
            }
            while (i < until) {
                single(i++, lines);
            }
            lines.add(origin[j] == NONE ? added(j) : both(origin[j], j, moved[j]));
            if (origin[j] == i) {
                i++;
            }
        }
        while (i < before.size()) {
            single(i++, lines);
        }
        return lines;
    }

    /** Removed lines of the first that directly precede come before an added line. */
    private boolean hasRemovedFirst(int from, int until) {
        for (int i = from; i < until; i++) {
            if (partner[i] != NONE) {
                return false;
            }
        }
        return from < until;
    }

    private int nextPartner(int j, boolean[] moved) {
        for (int k = j; k < after.size(); k++) {
            if (origin[k] != NONE && !moved[k]) {
                return origin[k];
            }
        }
        return before.size();
    }

    private void single(int i, List<DiffLine> lines) {
        if (partner[i] == NONE) {
            lines.add(new DiffLine(
                    part,
                    DiffKind.REMOVED,
                    side(before, i, List.of()),
                    null,
                    List.copyOf(changesBefore.get(i)),
                    !changesBefore.get(i).isEmpty()));
        }
    }

    private DiffLine added(int j) {
        return new DiffLine(
                part,
                DiffKind.ADDED,
                null,
                side(after, j, List.of()),
                List.copyOf(changesAfter.get(j)),
                !changesAfter.get(j).isEmpty());
    }

    private DiffLine both(int i, int j, boolean moved) {
        List<HeaderChange> changes = List.copyOf(changesBefore.get(i));
        boolean sameValue = before.value(i).equals(after.value(j));
        boolean sameName = before.name(i).equals(after.name(j));
        DiffKind kind =
                !sameValue ? DiffKind.CHANGED : !sameName ? DiffKind.CASE_ONLY : moved ? DiffKind.MOVED : DiffKind.KEPT;
        WordDiff words = sameValue ? new WordDiff(List.of(), List.of()) : WordDiff.of(before.value(i), after.value(j));
        return new DiffLine(
                part,
                kind,
                side(before, i, words.before()),
                side(after, j, words.after()),
                changes,
                kind == DiffKind.KEPT || !changes.isEmpty());
    }

    private static DiffLine.Side side(Headers headers, int index, List<Span> words) {
        return new DiffLine.Side(headers.name(index), headers.value(index), words);
    }

    /** Lines of the second that stand out of order: not in the longest run of partners that rises. */
    private boolean[] moved() {
        int[] paired =
                IntStream.range(0, origin.length).filter(j -> origin[j] != NONE).toArray();
        boolean[] moved = new boolean[origin.length];
        if (rises(paired)) {
            return moved;
        }
        int[] best = new int[paired.length];
        int[] previous = new int[paired.length];
        int last = NONE;
        for (int x = 0; x < paired.length; x++) {
            best[x] = 1;
            previous[x] = NONE;
            for (int y = 0; y < x; y++) {
                if (origin[paired[y]] < origin[paired[x]] && best[y] + 1 > best[x]) {
                    best[x] = best[y] + 1;
                    previous[x] = y;
                }
            }
            last = last == NONE || best[x] > best[last] ? x : last;
            moved[paired[x]] = true;
        }
        for (int x = last; x != NONE; x = previous[x]) {
            moved[paired[x]] = false;
        }
        return moved;
    }

    private boolean rises(int[] paired) {
        for (int x = 1; x < paired.length; x++) {
            if (origin[paired[x]] < origin[paired[x - 1]]) {
                return false;
            }
        }
        return true;
    }
}
