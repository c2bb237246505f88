package dev.hopscope.ui.kit;

/**
 * Text from the wire as it may be shown: characters that would hide, break or reorder a line are written out. Pure, any thread.
 */
public final class Plain {
    private Plain() {}

    /** The same text where nothing in it is special. */
    public static String line(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (special(text.charAt(i))) {
                return escaped(text);
            }
        }
        return text;
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!special(c)) {
                out.append(c);
            } else if (c == '\n') {
                out.append("\\n");
            } else if (c == '\r') {
                out.append("\\r");
            } else if (c == '\t') {
                out.append("\\t");
            } else {
                out.append(String.format("\\u%04X", (int) c));
            }
        }
        return out.toString();
    }

    /** Controls, and the marks that turn or hide text (Unicode bidirectional and zero-width characters, line and paragraph separators). */
    private static boolean special(char c) {
        return c < 0x20
                || c >= 0x7F && c < 0xA0
                || c == 0xAD
                || c == 0x61C
                || c >= 0x200B && c <= 0x200F
                || c >= 0x2028 && c <= 0x202E
                || c >= 0x2060 && c <= 0x206F
                || c == 0xFEFF
                || c >= 0xFFF9 && c <= 0xFFFB;
    }
}
