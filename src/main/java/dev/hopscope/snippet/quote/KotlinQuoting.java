package dev.hopscope.snippet.quote;

/** A string of Kotlin within double quotes, in which a dollar sign begins a template; pure. */
public final class KotlinQuoting {
    private KotlinQuoting() {}

    public static String of(String text) {
        return "\"" + Escapes.text(text, "\\\"$", Escapes::unicode) + "\"";
    }
}
