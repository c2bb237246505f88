package dev.hopscope.inspect.meaning;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Content-Security-Policy (level 3): each directive, its sources, and what makes it weak. Any thread. Enforces nothing. */
final class ContentSecurityPolicyDecoder implements FieldDecoder {
    private static final Map<String, String> DIRECTIVES = Map.ofEntries(
            Map.entry("default-src", "for all kinds of content that have no rule of their own"),
            Map.entry("script-src", "scripts"),
            Map.entry("script-src-elem", "script elements"),
            Map.entry("script-src-attr", "scripts in attributes such as onclick"),
            Map.entry("style-src", "styles"),
            Map.entry("style-src-elem", "style elements and sheets"),
            Map.entry("style-src-attr", "styles in attributes"),
            Map.entry("img-src", "pictures"),
            Map.entry("font-src", "fonts"),
            Map.entry("connect-src", "what scripts fetch, and sockets"),
            Map.entry("media-src", "sound and video"),
            Map.entry("object-src", "plug-ins"),
            Map.entry("frame-src", "pages shown in frames"),
            Map.entry("child-src", "frames and workers"),
            Map.entry("worker-src", "workers"),
            Map.entry("manifest-src", "the manifest of a web app"),
            Map.entry("base-uri", "where the base element may point; does not follow default-src"),
            Map.entry("form-action", "where forms may be sent; does not follow default-src"),
            Map.entry("frame-ancestors", "who may show this page in a frame; does not follow default-src"));
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("sandbox", "treats the page as in a sandboxed frame, except for what is listed"),
            Map.entry("upgrade-insecure-requests", "turns http links of the page into https before it follows them"),
            Map.entry("report-to", "the endpoint, from Reporting-Endpoints, that is told of violations"),
            Map.entry("require-trusted-types-for", "scripts may write into the page only what a policy has checked"),
            Map.entry("trusted-types", "the names such policies may have"));
    private static final Map<String, String> OBSOLETE = Map.of(
            "report-uri", "where violations are reported; report-to takes its place, this one still works",
            "block-all-mixed-content", "Obsolete: browsers block or upgrade mixed content anyway.",
            "plugin-types", "Obsolete: plug-ins are gone.",
            "prefetch-src", "Obsolete: browsers have removed it.",
            "navigate-to", "Never shipped: browsers ignore it.",
            "referrer", "Obsolete: Referrer-Policy takes its place.",
            "reflected-xss", "Obsolete: browsers ignore it.",
            "require-sri-for", "Never shipped: browsers ignore it.");
    private static final Set<String> UNQUOTED = Set.of(
            "self", "none", "unsafe-inline", "unsafe-eval", "strict-dynamic", "unsafe-hashes", "wasm-unsafe-eval");

    @Override
    public Set<String> names() {
        return Set.of("content-security-policy", "content-security-policy-report-only");
    }

    @Override
    public void decode(String name, String value, Setting setting, Parts out) {
        List<String> policies = List.of(value.split(",", -1));
        for (int i = 0; i < policies.size(); i++) {
            if (policies.size() > 1) {
                out.add(
                        "",
                        "Policy " + (i + 1) + " of " + policies.size() + ": what one forbids, another cannot allow.");
            }
            policy(policies.get(i), name.endsWith("report-only"), out);
        }
    }

    private static void policy(String text, boolean reportOnly, Parts out) {
        Map<String, List<String>> rules = new LinkedHashMap<>();
        for (String part : text.split(";", -1)) {
            if (part.isBlank()) {
                continue;
            }
            List<String> words = List.of(part.strip().split("\\s+", -1));
            String key = words.getFirst().toLowerCase(Locale.ROOT);
            if (rules.putIfAbsent(key, words.subList(1, words.size())) != null) {
                out.fault(part.strip(), "Stands here twice: browsers follow the first and ignore this one.");
                continue;
            }
            directive(key, part.strip(), words.subList(1, words.size()), out);
        }
        if (reportOnly && rules.containsKey("sandbox")) {
            out.advice("sandbox", "Ignored in a policy that only reports.");
        }
        if (reportOnly && !rules.containsKey("report-to") && !rules.containsKey("report-uri")) {
            out.advice(
                    "",
                    "It only reports, and names no place to report to: violations stand in the browser's console"
                            + " alone.");
        }
        weaknesses(rules, out);
    }

    private static void directive(String key, String text, List<String> sources, Parts out) {
        if (DIRECTIVES.containsKey(key)) {
            out.add(text, DIRECTIVES.get(key) + ": " + sources(sources));
            faults(text, sources, out);
        } else if (OTHERS.containsKey(key)) {
            out.add(text, OTHERS.getOrDefault(key, ""));
        } else if (OBSOLETE.containsKey(key)) {
            out.advice(text, OBSOLETE.getOrDefault(key, ""));
        } else {
            out.fault(text, "Not a directive browsers know: ignored.");
        }
    }

    private static String sources(List<String> sources) {
        if (sources.isEmpty()) {
            return "none at all";
        }
        return String.join(
                ", ",
                sources.stream()
                        .map(ContentSecurityPolicyDecoder::source)
                        .distinct()
                        .toList());
    }

    private static String source(String source) {
        String lower = source.toLowerCase(Locale.ROOT);
        if (lower.startsWith("'nonce-")) {
            return "those that carry this page's nonce";
        }
        if (lower.matches("'sha(256|384|512)-.*")) {
            return "those with this checksum";
        }
        return switch (lower) {
            case "'none'" -> "none at all";
            case "'self'" -> "this origin";
            case "*" -> "anywhere";
            case "'unsafe-inline'" -> "inline ones";
            case "'unsafe-eval'" -> "text turned into code (eval)";
            case "'wasm-unsafe-eval'" -> "WebAssembly";
            case "'strict-dynamic'" -> "whatever trusted scripts load";
            case "'unsafe-hashes'" -> "attributes by checksum";
            case "'report-sample'" -> "with a sample in reports";
            case "data:" -> "data: addresses";
            case "blob:" -> "blob: addresses";
            case "https:" -> "anywhere by https";
            case "http:" -> "anywhere";
            default -> source;
        };
    }

    private static void faults(String text, List<String> sources, Parts out) {
        for (String source : sources) {
            if (UNQUOTED.contains(source.toLowerCase(Locale.ROOT))) {
                out.fault(text, source + " is without its quotes, and so taken for the name of a host.");
            }
            if (source.startsWith("'nonce-") && source.length() < 7 + 22 + 1) {
                out.advice(text, "The nonce is shorter than 128 bits: it may be guessed.");
            }
        }
        if (sources.size() > 1 && sources.stream().anyMatch(s -> s.equalsIgnoreCase("'none'"))) {
            out.fault(text, "'none' beside other sources is ignored.");
        }
    }

    private static void weaknesses(Map<String, List<String>> rules, Parts out) {
        List<String> scripts = rules.getOrDefault("script-src", rules.getOrDefault("default-src", List.of()));
        boolean any = rules.containsKey("script-src") || rules.containsKey("default-src");
        Set<String> set = new HashSet<>();
        scripts.forEach(s -> set.add(s.toLowerCase(Locale.ROOT)));
        boolean trusted = set.stream().anyMatch(s -> s.startsWith("'nonce-") || s.startsWith("'sha"));
        if (!any) {
            boolean restricts = rules.keySet().stream().anyMatch(DIRECTIVES::containsKey);
            if (restricts) {
                out.advice("", "It says nothing of scripts: an injected one would run.");
            }
            return;
        }
        if (set.contains("'unsafe-inline'") && !trusted) {
            out.advice(
                    "'unsafe-inline'",
                    "Inline scripts run, injected ones too: that is what the policy should prevent.");
        }
        if (set.contains("'unsafe-eval'")) {
            out.advice("'unsafe-eval'", "Scripts may turn text into code.");
        }
        for (String wide : List.of("*", "https:", "http:", "data:")) {
            if (set.contains(wide) && !set.contains("'strict-dynamic'")) {
                out.advice(wide, "Scripts may come from anywhere.");
            }
        }
        if (!rules.containsKey("object-src") && !rules.containsKey("default-src")) {
            out.advice("", "object-src is missing: plug-ins may be loaded from anywhere.");
        }
        if (trusted && !rules.containsKey("base-uri")) {
            out.advice(
                    "", "base-uri is missing: an injected base element could turn the page's own scripts elsewhere.");
        }
    }
}
