package dev.hopscope.inspect.body;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** Looks through a tree for a text in names and values, node by node in the order of the source. Any thread. Keeps no tree in memory but the way it is on. */
public final class TreeFinder {
    private TreeFinder() {}

    private record Step(List<TreeNode> nodes, int[] path) {}

    /**
     * Where a text stands.
     *
     * @param wanted compared without case; empty for nothing
     * @param limit the most places wanted
     * @param goOn asked now and then whether to look on
     * @return of each place the way to it from the root: indices among the children
     */
    public static List<int[]> find(TreeNode root, String wanted, int limit, BooleanSupplier goOn) {
        List<int[]> found = new ArrayList<>();
        if (wanted.isEmpty()) {
            return found;
        }
        String what = wanted.toLowerCase(Locale.ROOT);
        if (!root.opens()) {
            if (matches(root, what)) {
                found.add(new int[0]);
            }
            return found;
        }
        Deque<Step> way = new ArrayDeque<>();
        way.push(new Step(root.children(), new int[] {-1}));
        for (int seen = 0; !way.isEmpty() && found.size() < limit; seen++) {
            if ((seen & 0xfff) == 0 && !goOn.getAsBoolean()) {
                return found;
            }
            Step top = way.element();
            int last = top.path().length - 1;
            int at = ++top.path()[last];
            if (at >= top.nodes().size()) {
                way.pop();
                continue;
            }
            TreeNode node = top.nodes().get(at);
            if (matches(node, what)) {
                found.add(top.path().clone());
            }
            if (node.opens()) {
                int[] path = Arrays.copyOf(top.path(), last + 2);
                path[last + 1] = -1;
                way.push(new Step(node.children(), path));
            }
        }
        return found;
    }

    private static boolean matches(TreeNode node, String what) {
        return !node.range() && (contains(node.name(), what) || (!node.opens() && contains(node.source(), what)));
    }

    private static boolean contains(String text, String what) {
        return text.toLowerCase(Locale.ROOT).contains(what);
    }
}
