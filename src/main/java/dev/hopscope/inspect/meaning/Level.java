package dev.hopscope.inspect.meaning;

/** How much a part of a value deserves a look. */
public enum Level {
    PLAIN,
    /** It works, and could be better or safer. */
    ADVICE,
    /** It does not do what it says, or is refused by those who read it. */
    FAULT
}
