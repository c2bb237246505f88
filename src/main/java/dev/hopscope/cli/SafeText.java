package dev.hopscope.cli;

/**
 * Makes text from the wire safe to show in a terminal or a log: control, escape, invisible and bidirectional characters stand as their numbers, as
 * in {@code \x1b}. Any thread. Does not shorten.
 */
public final class SafeText {
    private SafeText() {}

    /** One line: line ends are escaped too. */
    public static String line(String text) {
        return escape(text, false);
    }

    /** Several lines: line feeds and tabs stay. */
    public static String lines(String text) {
        return escape(text, true);
    }

    private static String escape(String text, boolean severalLines) {
        int at = 0;
        while (at < text.length() && harmless(text.charAt(at), severalLines)) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length() + 16).append(text, 0, at);
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (deceives(c) && !(severalLines && (c == '\n' || c == '\t'))) {
                safe.append(c < 0x100 ? "\\x%02x".formatted(c) : "\\u{%x}".formatted(c));
            } else {
                safe.appendCodePoint(c);
            }
            at += Character.charCount(c);
        }
        return safe.toString();
    }

    private static boolean harmless(char c, boolean severalLines) {
        return c >= ' ' && c < 0x7f || severalLines && (c == '\n' || c == '\t');
    }

    /** Whether a character acts on the terminal, hides, or turns the direction of what is around it. */
    static boolean deceives(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
