package dev.hopscope.snippet.quote;

/** A word of csh and tcsh: within single quotes only the quote and history's exclamation mark are special; pure. */
public final class CshQuoting {
    private CshQuoting() {}

    public static String of(String text) {
        return Plain.word(text) ? text : "'" + text.replace("'", "'\\''").replace("!", "\\!") + "'";
    }
}
