package dev.hopscope.interchange.code;

/** Where a target is listed; in the order shown; immutable. */
public enum TargetGroup {
    COMMAND_LINE,
    MESSAGE,
    PYTHON,
    JAVASCRIPT,
    JVM,
    OTHER
}
