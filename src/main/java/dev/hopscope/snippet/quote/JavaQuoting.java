package dev.hopscope.snippet.quote;

/** A string of Java: control characters in octal, since their Unicode escapes are read before the string is (JLS §3.3); pure. */
public final class JavaQuoting {
    private JavaQuoting() {}

    public static String of(String text) {
        return "\"" + Escapes.text(text, "\\\"", c -> c < 0x100 ? "\\%03o".formatted(c) : Escapes.unicode(c)) + "\"";
    }
}
