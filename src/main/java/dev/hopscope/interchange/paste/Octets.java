package dev.hopscope.interchange.paste;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** Text as octets, one char each, as requests hold it. Pure, any thread. */
final class Octets {
    private Octets() {}

    /** The UTF-8 of a text; the same text where it is ASCII. */
    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            }
        }
        return text;
    }

    static String of(int codePoint) {
        return of(Character.toString(codePoint));
    }

    static byte[] bytes(String octets) {
        return octets.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** As text to show; what is no UTF-8 becomes a mark. */
    static String text(String octets) {
        return new String(bytes(octets), StandardCharsets.UTF_8);
    }

    static String base64(String octets) {
        return Base64.getEncoder().encodeToString(bytes(octets));
    }

    /** @throws IllegalArgumentException where it is no base64 */
    static String ofBase64(String base64) {
        return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.ISO_8859_1);
    }

    /**
     * Percent-encodes all octets but unreserved ones (RFC 3986 §2.3), and those of {@code kept}.
     */
    static String percent(String octets, String kept) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < octets.length(); i++) {
            char c = octets.charAt(i);
            boolean plain =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~".indexOf(c) >= 0;
            out.append(
                    plain || kept.indexOf(c) >= 0 ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return out.toString();
    }

    /** A part of a text in a sentence: not too long, in one line. */
    static String shown(String octets) {
        String line = text(octets).replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+", " ");
        return line.length() > 60 ? line.substring(0, 57) + "..." : line;
    }
}
