package dev.hopscope.ui.editor;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a query or of a form ({@code application/x-www-form-urlencoded}), as it goes on the wire. Immutable. What the user does not touch stays as it
 * was written, whichever of several ways of writing it was.
 *
 * @param rawName as on the wire
 * @param rawValue as on the wire; null without an equals sign
 * @param on whether it is sent
 */
public record Parameter(String rawName, @Nullable String rawValue, boolean on) {
    /** What stays as it is besides letters and digits: in a form (URL standard), and in a query (RFC 3986 §3.4). */
    private static final String IN_FORM = "-._*";

    private static final String IN_QUERY = "-._~:/?@!$'()*,;";

    /** One in plain words. */
    static Parameter of(String name, String value, boolean form) {
        return new Parameter(encode(name, form), encode(value, form), true);
    }

    /** @param query without its question mark; null for none */
    static List<Parameter> parse(@Nullable String query) {
        if (query == null) {
            return List.of();
        }
        return Arrays.stream(query.split("&", -1)).map(Parameter::parseOne).toList();
    }

    private static Parameter parseOne(String piece) {
        int equals = piece.indexOf('=');
        return equals < 0
                ? new Parameter(piece, null, true)
                : new Parameter(piece.substring(0, equals), piece.substring(equals + 1), true);
    }

    /** Those that are on, as on the wire; null where there is none. */
    static @Nullable String write(List<Parameter> all) {
        List<Parameter> sent = all.stream().filter(Parameter::on).toList();
        return sent.isEmpty() ? null : sent.stream().map(Parameter::raw).collect(Collectors.joining("&"));
    }

    /** The parameters of a query typed anew, with those that are off where they stood. */
    static List<Parameter> merge(List<Parameter> before, List<Parameter> typed) {
        List<Parameter> merged = new ArrayList<>(typed);
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).on()) {
                merged.add(Math.min(i, merged.size()), before.get(i));
            }
        }
        return merged;
    }

    private String raw() {
        return rawValue == null ? rawName : rawName + "=" + rawValue;
    }

    String name() {
        return decode(rawName);
    }

    String value() {
        return rawValue == null ? "" : decode(rawValue);
    }

    Parameter withName(String name, boolean form) {
        return name.equals(name()) ? this : new Parameter(encode(name, form), rawValue, on);
    }

    Parameter withValue(String value, boolean form) {
        return value.equals(value()) ? this : new Parameter(rawName, encode(value, form), on);
    }

    Parameter with(boolean sent) {
        return new Parameter(rawName, rawValue, sent);
    }

    private static String encode(String text, boolean form) {
        StringBuilder out = new StringBuilder(text.length());
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || (form ? IN_FORM : IN_QUERY).indexOf(c) >= 0)) {
                out.append(c);
            } else if (c == ' ' && form) {
                out.append('+');
            } else {
                out.append(String.format("%%%02X", octet));
            }
        }
        return out.toString();
    }

    /** In plain words; as on the wire where that is no text. */
    private static String decode(String raw) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            int c = raw.codePointAt(i);
            int high = c == '%' && i + 2 < raw.length() ? Character.digit(raw.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(raw.charAt(i + 2), 16);
            if (low >= 0) {
                octets.write(high << 4 | low);
                i += 2;
            } else if (c < 0x80) {
                octets.write(c == '+' ? ' ' : c);
            } else {
                octets.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(c) - 1;
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            return raw;
        }
    }
}
