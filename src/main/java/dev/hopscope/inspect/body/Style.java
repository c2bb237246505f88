package dev.hopscope.inspect.body;

/** What a piece of text is, for its colour. */
public enum Style {
    PLAIN,
    /** A name: of a member, an element, a field. */
    KEY,
    STRING,
    NUMBER,
    /** {@code true}, {@code null}, an attribute's name. */
    KEYWORD,
    PUNCTUATION,
    COMMENT,
    /** What the format does not allow here. */
    ERROR
}
