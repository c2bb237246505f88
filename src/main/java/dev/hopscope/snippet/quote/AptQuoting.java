package dev.hopscope.snippet.quote;

/** A value in apt.conf: within double quotes, which it cannot hold itself; pure. */
public final class AptQuoting {
    private AptQuoting() {}

    public static String of(String text) {
        if (text.indexOf('"') >= 0) {
            throw new IllegalArgumentException("apt.conf cannot hold a double quote: " + text);
        }
        return "\"" + text + "\"";
    }
}
