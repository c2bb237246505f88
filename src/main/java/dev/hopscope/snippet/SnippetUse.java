package dev.hopscope.snippet;

/** What one does with the text of a snippet; immutable. */
public enum SnippetUse {
    /** Paste it into a shell, or run it: it keeps what was there, and its undo brings that back. */
    RUN,
    /** It is the whole content of a file, with everything that the file held before. */
    FILE,
    /** Paste it into a file by hand; its undo says what to take out. */
    PASTE
}
