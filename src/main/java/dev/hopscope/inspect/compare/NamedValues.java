package dev.hopscope.inspect.compare;

import dev.hopscope.inspect.diff.DiffKind;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Two lists of names with values, laid side by side by name: parameters, cookies. One thread, for one comparison. Names are compared as they are, case and all.
 */
final class NamedValues {
    private static final int NONE = -1;

    /** A name with its value, as on the wire. */
    record Pair(String name, String value) {}

    private final List<Pair> a;
    private final List<Pair> b;
    private final int[] partner;
    private final int[] origin;

    private NamedValues(List<Pair> a, List<Pair> b) {
        this.a = a;
        this.b = b;
        partner = new int[a.size()];
        origin = new int[b.size()];
        Arrays.fill(partner, NONE);
        Arrays.fill(origin, NONE);
        match(p -> p);
        match(Pair::name);
    }

    /** @param ignoreOrder whether only the order of equal names counts */
    static List<Line> lines(List<Pair> a, List<Pair> b, boolean ignoreOrder, Function<String, Line.Label> label) {
        NamedValues values = new NamedValues(a, b);
        return values.merged(values.moved(ignoreOrder), label);
    }

    /** For each of the second its partner among the first, or -1. */
    static int[] partners(List<Pair> a, List<Pair> b) {
        return new NamedValues(a, b).origin;
    }

    private void match(Function<Pair, Object> likeness) {
        Map<Object, Deque<Integer>> open = new HashMap<>();
        for (int j = 0; j < b.size(); j++) {
            if (origin[j] == NONE) {
                open.computeIfAbsent(likeness.apply(b.get(j)), k -> new ArrayDeque<>())
                        .add(j);
            }
        }
        for (int i = 0; i < a.size(); i++) {
            Deque<Integer> found = partner[i] == NONE ? open.get(likeness.apply(a.get(i))) : null;
            if (found != null && !found.isEmpty()) {
                partner[i] = found.removeFirst();
                origin[partner[i]] = i;
            }
        }
    }

    /** Which of the first stand elsewhere in the second: among all, or only among those of their name. */
    private boolean[] moved(boolean ignoreOrder) {
        boolean[] moved = new boolean[a.size()];
        Map<String, List<Integer>> groups = new HashMap<>();
        for (int i = 0; i < a.size(); i++) {
            if (partner[i] != NONE) {
                groups.computeIfAbsent(ignoreOrder ? a.get(i).name() : "", k -> new ArrayList<>())
                        .add(i);
            }
        }
        for (List<Integer> group : groups.values()) {
            int[] places = group.stream().mapToInt(i -> partner[i]).toArray();
            boolean[] inOrder = Rising.longest(places);
            for (int x = 0; x < places.length; x++) {
                moved[group.get(x)] = !inOrder[x];
            }
        }
        return moved;
    }

    private List<Line> merged(boolean[] moved, Function<String, Line.Label> label) {
        List<Line> lines = new ArrayList<>();
        boolean[] done = new boolean[b.size()];
        for (int i = 0; i < a.size(); i++) {
            Pair was = a.get(i);
            if (partner[i] == NONE) {
                lines.add(Line.of(label.apply(was.name()), was.value(), null));
                continue;
            }
            lines.add(both(was, b.get(partner[i]), moved[i], label));
            for (int j = partner[i] + 1; j < b.size() && origin[j] == NONE && !done[j]; j++) {
                lines.add(added(j, label));
                done[j] = true;
            }
        }
        List<Line> before = new ArrayList<>();
        for (int j = 0; j < b.size(); j++) {
            if (origin[j] == NONE && !done[j]) {
                before.add(added(j, label));
            }
        }
        lines.addAll(before);
        return lines;
    }

    private Line added(int j, Function<String, Line.Label> label) {
        return Line.of(label.apply(b.get(j).name()), null, b.get(j).value());
    }

    private static Line both(Pair was, Pair is, boolean moved, Function<String, Line.Label> label) {
        Line line = Line.of(label.apply(was.name()), was.value(), is.value());
        if (line.kind() == DiffKind.KEPT) {
            return moved ? line.as(DiffKind.MOVED, Fact.of("moved")) : line;
        }
        return decoded(was.value()).equals(decoded(is.value())) ? line.as(line.kind(), Fact.of("sameDecoded")) : line;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }
}
