package dev.hopscope.inspect.meaning;

import java.util.Map;
import java.util.Set;

/** Fields of one word that browsers enforce: isolation, framing, sniffing. Any thread. */
final class CrossOriginDecoder implements FieldDecoder {
    private static final Map<String, Map<String, String>> WORDS = Map.of(
            "cross-origin-opener-policy",
                    Map.of(
                            "unsafe-none", "windows of other origins may keep hold of this one; the default",
                            "same-origin", "cut off from windows of any other origin",
                            "same-origin-allow-popups", "cut off, but keeps hold of windows it opens itself",
                            "noopener-allow-popups", "cut off from whoever opened it"),
            "cross-origin-embedder-policy",
                    Map.of(
                            "unsafe-none", "loads anything; the default",
                            "require-corp", "loads only what agrees by Cross-Origin-Resource-Policy or CORS",
                            "credentialless", "loads the rest without cookies"),
            "cross-origin-resource-policy",
                    Map.of(
                            "same-origin", "only the same origin may embed it",
                            "same-site", "only the same site may embed it",
                            "cross-origin", "anybody may embed it"),
            "x-content-type-options", Map.of("nosniff", "take Content-Type at its word"),
            "x-frame-options",
                    Map.of(
                            "deny", "nobody may show it in a frame",
                            "sameorigin", "only pages of the same origin may show it in a frame"),
            "x-xss-protection", Map.of("0", "the old filter is off, as it should be"),
            "origin-agent-cluster", Map.of("?1", "yes, a process of its own if possible", "?0", "no"),
            "x-dns-prefetch-control", Map.of("on", "look names up ahead", "off", "do not look names up ahead"));

    @Override
    public Set<String> names() {
        return WORDS.keySet();
    }

    @Override
    public void decode(String name, String value, Setting setting, Parts out) {
        String head = Syntax.head(value).toLowerCase(java.util.Locale.ROOT);
        String words = WORDS.getOrDefault(name, Map.of()).get(head);
        if (words != null) {
            out.add(value, words);
        } else if (name.equals("x-frame-options") && head.startsWith("allow-from")) {
            out.fault(value, "Browsers no longer know ALLOW-FROM and ignore the whole line; frame-ancestors does it.");
        } else if (name.equals("x-xss-protection")) {
            out.advice(value, "Browsers have removed this filter; where it still runs it opens holes of its own.");
        } else {
            out.fault(value, "Not a value browsers know: ignored.");
        }
        for (Syntax.Pair p : Syntax.parameters(value)) {
            if (p.key().equals("report-to")) {
                out.add(p.text(), "the endpoint, from Reporting-Endpoints, that is told of violations");
            }
        }
    }
}
