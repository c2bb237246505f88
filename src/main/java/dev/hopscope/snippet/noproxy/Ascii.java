package dev.hopscope.snippet.noproxy;

/** Case and digits as C does them: ASCII only; pure functions; no Unicode folding. */
final class Ascii {
    private Ascii() {}

    static String lower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            lower.append(lower(text.charAt(i)));
        }
        return lower.toString();
    }

    static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }

    static boolean equalIgnoringCase(String a, String b) {
        return lower(a).equals(lower(b));
    }

    static boolean endsWithIgnoringCase(String text, String suffix) {
        return lower(text).endsWith(lower(suffix));
    }

    static boolean digits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean letter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean hex(char c) {
        return digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    static boolean pure(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    /** C's {@code atoi}: leading blanks, a sign, digits; zero where there are none; saturates. */
    static int atoi(String text) {
        int i = 0;
        while (i < text.length() && Blanks.ascii(text.charAt(i))) {
            i++;
        }
        boolean minus = i < text.length() && text.charAt(i) == '-';
        if (i < text.length() && (minus || text.charAt(i) == '+')) {
            i++;
        }
        long value = 0;
        while (i < text.length() && digit(text.charAt(i)) && value < Integer.MAX_VALUE) {
            value = value * 10 + (text.charAt(i++) - '0');
        }
        return (int) (minus ? -Math.min(value, Integer.MAX_VALUE) : Math.min(value, Integer.MAX_VALUE));
    }

    /** A number of decimal digits that saturates instead of overflowing; the text must be {@link #digits}. */
    static int number(String digits) {
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            value = Math.min(value, 99_999_999) * 10 + (digits.charAt(i) - '0');
        }
        return value;
    }
}
