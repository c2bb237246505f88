package dev.hopscope.caching;

import dev.hopscope.exchange.Headers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The directives of the Cache-Control lines of one head (RFC 9111 §5.2). Immutable, any thread. Judges nothing but the form.
 *
 * <p>Names ignore case; of a repeated directive the first counts (RFC 9111 §4.2.1). An argument may be a token or a quoted string. White space around
 * {@code =} makes the argument unreadable, never the directive absent, so that a restriction written badly still restricts.
 */
public final class CacheControl {
    static final String FIELD = "Cache-Control";
    static final CacheControl NONE = new CacheControl(FIELD, Map.of());
    /** What {@link #seconds} gives for an argument that is no number. */
    public static final long UNREADABLE = -1;
    /** RFC 9111 §1.2.2: larger values count as this one. */
    static final long MOST_SECONDS = 1L << 31;

    private final String field;
    private final Map<String, String> directives;

    private CacheControl(String field, Map<String, String> directives) {
        this.field = field;
        this.directives = directives;
    }

    /** What a response says to this cache: in a field for it, else in Cache-Control (RFC 9213 §2.2). */
    static CacheControl ofResponse(Headers headers, CachingOptions options) {
        for (String target : options.targets()) {
            Map<String, String> found = headers.has(target) ? TargetedField.read(headers.all(target)) : null;
            if (found != null) {
                return new CacheControl(target, found);
            }
        }
        return of(headers);
    }

    /** Whether a field for this cache speaks, so that Cache-Control and Expires do not count. */
    boolean targeted() {
        return !field.equals(FIELD);
    }

    /** The name of the field it was read from. */
    String field() {
        return field;
    }

    public static CacheControl of(Headers headers) {
        if (!headers.has(FIELD)) {
            return NONE;
        }
        Map<String, String> found = new LinkedHashMap<>();
        headers.all(FIELD).forEach(line -> read(line, found));
        return new CacheControl(FIELD, found);
    }

    static CacheControl parse(String line) {
        Map<String, String> found = new LinkedHashMap<>();
        read(line, found);
        return new CacheControl(FIELD, found);
    }

    public boolean has(String directive) {
        return directives.containsKey(directive);
    }

    /** Whether the directive stands without argument, so that it is about the whole message. */
    public boolean whole(String directive) {
        return has(directive) && fields(directive).isEmpty();
    }

    /** The argument without quotes; null where the directive or its argument is absent. */
    public @Nullable String argument(String directive) {
        String value = directives.get(directive);
        return value == null || value.isEmpty() ? null : value;
    }

    /** The argument as delta-seconds; {@link #UNREADABLE} where it is none. Only for a directive that is there. */
    public long seconds(String directive) {
        String value = directives.get(directive);
        return value == null ? UNREADABLE : deltaSeconds(value);
    }

    /** The field names of an argument such as that of {@code no-cache="a, b"}, lower case. */
    List<String> fields(String directive) {
        String value = directives.getOrDefault(directive, "");
        List<String> names = new ArrayList<>();
        for (String part : value.split(",", -1)) {
            String name = part.strip().toLowerCase(Locale.ROOT);
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    /** RFC 9111 §1.2.2: digits alone. */
    static long deltaSeconds(String value) {
        if (value.isEmpty()) {
            return UNREADABLE;
        }
        long seconds = 0;
        for (int i = 0; i < value.length(); i++) {
            int digit = value.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return UNREADABLE;
            }
            seconds = Math.min(MOST_SECONDS, seconds * 10 + digit);
        }
        return seconds;
    }

    private static void read(String line, Map<String, String> into) {
        int at = 0;
        while (at < line.length()) {
            int end = memberEnd(line, at);
            member(line.substring(at, end).strip(), into);
            at = end + 1;
        }
    }

    /** The next comma outside of a quoted string; an unended string takes the rest. */
    private static int memberEnd(String line, int from) {
        boolean quoted = false;
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                return i;
            }
        }
        return line.length();
    }

    private static void member(String text, Map<String, String> into) {
        if (text.isEmpty()) {
            return;
        }
        int equals = text.indexOf('=');
        String name = (equals < 0 ? text : text.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
        String argument = equals < 0 ? "" : text.substring(equals + 1);
        boolean spaced = equals > 0 && Character.isWhitespace(text.charAt(equals - 1));
        into.putIfAbsent(name, spaced ? " " + argument : unquoted(argument));
    }

    static String unquoted(String argument) {
        if (argument.length() < 2 || argument.charAt(0) != '"' || !argument.endsWith("\"")) {
            return argument;
        }
        StringBuilder text = new StringBuilder(argument.length());
        for (int i = 1; i < argument.length() - 1; i++) {
            if (argument.charAt(i) == '\\' && i + 1 < argument.length() - 1) {
                i++;
            }
            text.append(argument.charAt(i));
        }
        return text.toString();
    }
}
