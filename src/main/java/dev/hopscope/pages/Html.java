package dev.hopscope.pages;

import java.util.Locale;

/** Text made safe for HTML. Any thread. Builds no markup. */
final class Html {
    private Html() {}

    /** For text and quoted attributes; control, invisible and bidirectional characters are shown as their numbers. */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> append(safe, c);
            }
        });
        return safe.toString();
    }

    /** For a page of plain text, one line. */
    static String plain(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(safe, c));
        return safe.toString();
    }

    private static void append(StringBuilder safe, int c) {
        switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> safe.append(String.format(Locale.ROOT, "[U+%04X]", c));
            default -> safe.appendCodePoint(c);
        }
    }
}
