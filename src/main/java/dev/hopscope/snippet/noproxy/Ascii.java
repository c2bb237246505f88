package dev.hopscope.snippet.noproxy;

/** Case and digits as C does them: ASCII only; pure functions; no Unicode folding. */
final class Ascii {
    private Ascii() {}

    static String lower(String text) {
        int i = 0;
        while (i < text.length() && lower(text.charAt(i)) == text.charAt(i)) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        StringBuilder lower = new StringBuilder(text.length()).append(text, 0, i);
        while (i < text.length()) {
            lower.append(lower(text.charAt(i++)));
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
        for (int i = 0; i < text.length(); i++) {
            if (!digit(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
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
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    /** One of these characters is in the text. */
    static boolean anyOf(String characters, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** All of this character at the front goes. */
    static String withoutLeading(String text, char c) {
        int start = 0;
        while (start < text.length() && text.charAt(start) == c) {
            start++;
        }
        return text.substring(start);
    }

    /** All of this character at the end goes. */
    static String withoutTrailing(String text, char c) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == c) {
            end--;
        }
        return text.substring(0, end);
    }

    /** One plus sign in front of a number goes. */
    static String withoutPlus(String number) {
        return number.startsWith("+") ? number.substring(1) : number;
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
