package dev.hopscope.inspect.body;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A media type (RFC 9110 §8.3.1), read leniently. Immutable. Judges nothing about the bytes.
 *
 * @param type lower case; empty where none was given
 * @param subtype lower case; empty where none was given
 * @param parameters names in lower case, values unquoted
 */
public record MediaType(String type, String subtype, Map<String, String> parameters) {
    public static final MediaType NONE = new MediaType("", "", Map.of());

    /** Reads a Content-Type value; what cannot be read is left out. */
    public static MediaType parse(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return NONE;
        }
        int semicolon = value.indexOf(';');
        String name =
                (semicolon < 0 ? value : value.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
        int slash = name.indexOf('/');
        String type = slash < 0 ? name : name.substring(0, slash).strip();
        String subtype = slash < 0 ? "" : name.substring(slash + 1).strip();
        return new MediaType(type, subtype, semicolon < 0 ? Map.of() : parameters(value.substring(semicolon + 1)));
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> found = new TreeMap<>();
        for (String part : text.split(";", 32)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                String value = part.substring(equals + 1).strip();
                if (value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")) {
                    value = value.substring(1, value.length() - 1);
                }
                found.putIfAbsent(part.substring(0, equals).strip().toLowerCase(Locale.ROOT), value);
            }
        }
        return Map.copyOf(found);
    }

    /** The charset parameter, or null. */
    public @Nullable String charset() {
        return parameters.get("charset");
    }

    public boolean is(String otherType, String otherSubtype) {
        return type.equals(otherType) && subtype.equals(otherSubtype);
    }

    /** Whether the subtype is this format or ends with it as a structured suffix (RFC 6839): {@code problem+json}. */
    public boolean format(String name) {
        return subtype.equals(name) || subtype.endsWith("+" + name);
    }

    /** {@code type/subtype}; empty where none was given. */
    @Override
    public String toString() {
        return subtype.isEmpty() ? type : type + "/" + subtype;
    }
}
