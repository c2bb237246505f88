package dev.hopscope.inspect.meaning;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Referrer-Policy: of several, the last that is known counts. Any thread. */
final class ReferrerPolicyDecoder implements FieldDecoder {
    private static final Map<String, String> POLICIES = Map.of(
            "no-referrer", "nothing is told",
            "no-referrer-when-downgrade", "the whole address, except from https to http",
            "same-origin", "the whole address, to the same origin only",
            "origin", "only scheme, host and port",
            "strict-origin", "only scheme, host and port, and nothing from https to http",
            "origin-when-cross-origin", "the whole address to the same origin; to others only scheme, host and port",
            "strict-origin-when-cross-origin",
                    "the whole address to the same origin; to others only scheme, host and port, and nothing from"
                            + " https to http. The default of browsers",
            "unsafe-url", "the whole address, path and query, to everybody");

    @Override
    public Set<String> names() {
        return Set.of("referrer-policy");
    }

    @Override
    public void decode(String name, String value, Setting setting, Parts out) {
        List<String> tokens = Syntax.split(value, ',');
        String counts = tokens.stream()
                .filter(t -> POLICIES.containsKey(t.toLowerCase(Locale.ROOT)))
                .reduce("", (before, t) -> t);
        for (String text : tokens) {
            String words = POLICIES.get(text.toLowerCase(Locale.ROOT));
            if (words == null) {
                out.fault(text, "Not a policy browsers know: ignored.");
            } else if (text.equals(counts) && text.equalsIgnoreCase("unsafe-url")) {
                out.advice(text, words);
            } else {
                out.add(text, text.equals(counts) ? words : words + "; overruled by the last one");
            }
        }
    }
}
