package dev.hopscope.snippet.quote;

/** An option in JAVA_TOOL_OPTIONS: blanks end it, both quotes hold it together, nothing escapes; pure. */
public final class JavaToolOptionsQuoting {
    private JavaToolOptionsQuoting() {}

    public static String of(String text) {
        return text.matches("[^\\s\"']+") ? text : "'" + text.replace("'", "'\"'\"'") + "'";
    }
}
