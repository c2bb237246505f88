package dev.hopscope.inspect.compare;

/** How two bodies are compared. */
public enum BodyMode {
    /** JSON path by path. */
    STRUCTURE,
    /** Form fields by name. */
    FIELDS,
    /** Images beside each other. */
    IMAGE,
    /** Line by line. */
    TEXT,
    /** Byte by byte. */
    HEX
}
