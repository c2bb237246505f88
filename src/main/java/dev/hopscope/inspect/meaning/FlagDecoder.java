package dev.hopscope.inspect.meaning;

import java.util.Map;
import java.util.Set;

/** Fields of one fixed value. Any thread. */
final class FlagDecoder implements FieldDecoder {
    private static final Map<String, Map<String, String>> WORDS = Map.of(
            "upgrade-insecure-requests", Map.of("1", "yes"),
            "dnt", Map.of("1", "do not track", "0", "tracking is fine", "null", "no wish"),
            "sec-gpc", Map.of("1", "do not sell or share"),
            "save-data", Map.of("on", "yes"),
            "early-data", Map.of("1", "yes: it could be a repeat"),
            "expect", Map.of("100-continue", "the body waits for a sign from the server"),
            "depth",
                    Map.of(
                            "0", "the resource alone",
                            "1", "it and its children",
                            "infinity", "it and everything below"),
            "overwrite", Map.of("t", "yes", "f", "no: fail if there is something"),
            "service-worker", Map.of("script", "the script of a service worker"),
            "x-requested-with", Map.of("xmlhttprequest", "a script of the page asks"));

    @Override
    public Set<String> names() {
        return WORDS.keySet();
    }

    @Override
    public void decode(String name, String value, Setting setting, Parts out) {
        String words = WORDS.getOrDefault(name, Map.of()).get(value.strip().toLowerCase(java.util.Locale.ROOT));
        if (words != null) {
            out.add(value, words);
        } else if (!name.equals("x-requested-with")) {
            out.fault(value, "Not a value this field may have.");
        }
    }
}
