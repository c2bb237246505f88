package dev.hopscope.inspect.body;

import java.util.List;

/** One line of a tree, and what lies below it. Immutable; any thread, but finding children takes time. Knows neither its parent nor whether it is open. */
public interface TreeNode {
    /** The most children of one node: more stand in groups between. */
    int MAX_CHILDREN = 1000;

    /** A member's name, an index, a range of indices; empty for the root. */
    String name();

    /** The value, or what there is below, shortened to a line. */
    String value();

    Style style();

    /** Whether it only gathers some of its parent's children, since they are many. */
    boolean range();

    /** Whether it can have children; then {@link #children} may still be empty. */
    boolean opens();

    /** At most {@link #MAX_CHILDREN}, in the order of the source. */
    List<TreeNode> children();

    /** The source of this node and all below it. */
    String source();
}
