package dev.hopscope.snippet.quote;

import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/** What the quotings of programming languages share: backslashes, and numbers for what cannot be seen; pure. */
final class Escapes {
    private Escapes() {}

    /**
     * Octets, one char each.
     *
     * @param special characters that get a backslash
     * @param hex the escape of one octet
     * @param letters whether visible characters of UTF-8 stand as they are
     */
    static String octets(String octets, String special, IntFunction<String> hex, boolean letters) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < octets.length(); i++) {
            char c = octets.charAt(i);
            int length = letters ? visible(octets, i) : 0;
            if (length > 0) {
                out.append(utf8(octets.substring(i, i + length)));
                i += length - 1;
            } else if (c >= ' ' && c < 0x7f) {
                out.append(special.indexOf(c) >= 0 ? "\\" : "").append(c);
            } else {
                out.append(named(c, hex));
            }
        }
        return out.toString();
    }

    /**
     * Text.
     *
     * @param special characters that get a backslash
     * @param number the escape of one UTF-16 unit
     */
    static String text(String text, String special, IntFunction<String> number) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c >= ' ' && c < 0x7f) {
                out.append(special.indexOf(c) >= 0 ? "\\" : "").append((char) c);
            } else if (c >= 0x80 && seen(c)) {
                out.appendCodePoint(c);
            } else {
                for (char unit : Character.toChars(c)) {
                    out.append(named(unit, number));
                }
            }
        });
        return out.toString();
    }

    /** Whether the octets are text of printable ASCII and visible characters of UTF-8. */
    static boolean visible(String octets) {
        for (int i = 0; i < octets.length(); i++) {
            char c = octets.charAt(i);
            int length = c >= 0x80 ? visible(octets, i) : c >= ' ' && c < 0x7f ? 1 : 0;
            if (length == 0) {
                return false;
            }
            i += length - 1;
        }
        return true;
    }

    static String utf8(String octets) {
        return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static String named(char c, IntFunction<String> number) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> number.apply(c);
        };
    }

    /** The length of the visible non-ASCII character that begins here; 0 where none does. */
    private static int visible(String octets, int at) {
        char first = octets.charAt(at);
        int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
        if (length == 0 || at + length > octets.length()) {
            return 0;
        }
        String character = utf8(octets.substring(at, at + length));
        return character.codePointCount(0, character.length()) == 1
                        && character.codePointAt(0) != 0xfffd
                        && seen(character.codePointAt(0))
                ? length
                : 0;
    }

    private static boolean seen(int c) {
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.OTHER_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.OTHER_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.OTHER_SYMBOL,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> c != 0x3164 && c != 0x115f && c != 0x1160 && c != 0xffa0;
            default -> false;
        };
    }

    static String hex(int octet) {
        return "\\x%02x".formatted(octet);
    }

    static String unicode(int unit) {
        return "\\u%04x".formatted(unit);
    }
}
