package dev.hopscope.snippet.quote;

/** A string of JavaScript within double quotes; pure. */
public final class JavaScriptQuoting {
    private JavaScriptQuoting() {}

    public static String of(String text) {
        return "\"" + Escapes.text(text, "\\\"", Escapes::unicode) + "\"";
    }
}
