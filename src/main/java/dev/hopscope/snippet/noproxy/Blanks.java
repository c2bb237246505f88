package dev.hopscope.snippet.noproxy;

/** What each language takes for a blank when it trims; pure functions; no parsing beyond that. */
final class Blanks {
    private Blanks() {}

    private static boolean unicodeSpace(char c) {
        return c == 0xa0
                || c == 0x1680
                || (c >= 0x2000 && c <= 0x200a)
                || c == 0x2028
                || c == 0x2029
                || c == 0x202f
                || c == 0x205f
                || c == 0x3000;
    }

    static boolean ascii(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    /** JavaScript's {@code \s}. */
    static boolean javaScript(char c) {
        return ascii(c) || unicodeSpace(c) || c == 0xfeff;
    }

    private static boolean python(char c) {
        return ascii(c) || (c >= 0x1c && c <= 0x1f) || c == 0x85 || unicodeSpace(c);
    }

    private static boolean go(char c) {
        return ascii(c) || c == 0x85 || unicodeSpace(c);
    }

    /** Python's {@code str.strip()}. */
    static String stripPython(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && python(text.charAt(start))) {
            start++;
        }
        while (end > start && python(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** JavaScript's {@code trim()}. */
    static String trimJavaScript(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && javaScript(text.charAt(start))) {
            start++;
        }
        while (end > start && javaScript(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Go's {@code strings.TrimSpace}. */
    static String trimGo(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && go(text.charAt(start))) {
            start++;
        }
        while (end > start && go(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }
}
