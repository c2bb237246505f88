package dev.hopscope.inspect.diff;

/** How a line on one side stands to the line on the other. */
public enum DiffKind {
    KEPT,
    ADDED,
    REMOVED,
    CHANGED,
    MOVED,
    CASE_ONLY
}
