package dev.hopscope.snippet.quote;

/** A regular string of C#; pure. */
public final class CSharpQuoting {
    private CSharpQuoting() {}

    public static String of(String text) {
        return "\"" + Escapes.text(text, "\\\"", Escapes::unicode) + "\"";
    }
}
