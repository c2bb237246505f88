package dev.hopscope.snippet.quote;

/** A word of fish: within single quotes only the quote and the backslash are special; pure. */
public final class FishQuoting {
    private FishQuoting() {}

    public static String of(String text) {
        // % and @ begin nothing in fish since 3.0, and a word is safe as in sh
        return Plain.word(text) ? text : "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
