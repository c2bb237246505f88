package dev.hopscope.caching;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a field such as CDN-Cache-Control as what it is: a dictionary of structured fields (RFC 9213 §2.1, RFC 9651 §3.2), unlike Cache-Control strict. Pure;
 * any thread.
 */
final class TargetedField {
    private static final String KEY = "[a-z*][a-z0-9_.*-]*";
    private static final String ITEM =
            "-?\\d{1,12}\\.\\d{1,3}|-?\\d{1,15}|\"(?:[\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]|\\\\[\"\\\\])*\""
                    + "|[A-Za-z*][A-Za-z0-9!#$%&'*+.^_`|~:/-]*|:[A-Za-z0-9+/=]*:|\\?[01]";
    private static final String PARAMETERS = "(?:; *" + KEY + "(?:=(?:" + ITEM + "))?)*";
    private static final String INNER_LIST = "\\( *(?:(?:" + ITEM + ")" + PARAMETERS + " *)*\\)";
    private static final Pattern MEMBER =
            Pattern.compile("(" + KEY + ")(?:=(" + ITEM + "|" + INNER_LIST + "))?" + PARAMETERS);
    private static final Pattern COMMA = Pattern.compile("[ \t]*,[ \t]*");
    private static final Set<String> SECONDS =
            Set.of("max-age", "s-maxage", "stale-while-revalidate", "stale-if-error");

    private TargetedField() {}

    /** Directives and arguments; null where the lines are empty or no such dictionary, so that the field counts as absent (RFC 9213 §2.2). */
    static @Nullable Map<String, String> read(List<String> lines) {
        String text = String.join(", ", lines).strip();
        Map<String, String> found = new LinkedHashMap<>();
        Matcher member = MEMBER.matcher(text);
        Matcher comma = COMMA.matcher(text);
        int at = 0;
        while (true) {
            if (!member.region(at, text.length()).lookingAt()) {
                return null;
            }
            take(member.group(1), member.group(2), found);
            at = member.end();
            if (at == text.length()) {
                return found;
            }
            if (!comma.region(at, text.length()).lookingAt()) {
                return null;
            }
            at = comma.end();
        }
    }

    /** RFC 9213 §2.1: of a repeated one the last counts, as in every dictionary; an argument of the wrong type makes its directive absent. */
    private static void take(String name, @Nullable String value, Map<String, String> into) {
        into.remove(name);
        if (value == null || value.equals("?1")) {
            into.put(name, "");
        } else if (SECONDS.contains(name)) {
            if (CacheControl.deltaSeconds(value) != CacheControl.UNREADABLE) {
                into.put(name, value);
            }
        } else if (!value.equals("?0")) {
            into.put(name, CacheControl.unquoted(value));
        }
    }
}
