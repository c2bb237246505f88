package dev.hopscope.snippet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Which variables are set; immutable.
 *
 * @param proxies {@code http_proxy} and {@code https_proxy}
 * @param all {@code all_proxy}
 * @param list {@code no_proxy}
 */
public record Variables(boolean proxies, boolean all, boolean list, LetterCase letters) {
    /** What most set-ups need. */
    public static final Variables USUAL = new Variables(true, false, true, LetterCase.BOTH);

    /** Every name that Hopscope may set, lower case first: what an undo looks at. */
    public static final List<String> EVERY = List.of(
            "http_proxy", "https_proxy", "all_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY");

    /** Those, and what may be set for trust. */
    static final List<String> KEPT =
            Stream.concat(EVERY.stream(), Trust.EVERY.stream()).toList();

    /** @throws IllegalArgumentException where nothing would be set */
    public Variables {
        if (!proxies && !all && !list) {
            throw new IllegalArgumentException(
                    "No variable is chosen. Choose http_proxy and https_proxy, all_proxy or no_proxy.");
        }
    }

    /** The names, lower case first. */
    public List<String> names() {
        List<String> lower = new ArrayList<>();
        if (proxies) {
            lower.add("http_proxy");
            lower.add("https_proxy");
        }
        if (all) {
            lower.add("all_proxy");
        }
        if (list) {
            lower.add("no_proxy");
        }
        List<String> names = new ArrayList<>();
        if (letters != LetterCase.UPPER) {
            names.addAll(lower);
        }
        if (letters != LetterCase.LOWER) {
            lower.forEach(name -> names.add(name.toUpperCase(Locale.ROOT)));
        }
        return names;
    }
}
