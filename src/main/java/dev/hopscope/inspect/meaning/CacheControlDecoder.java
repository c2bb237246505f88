package dev.hopscope.inspect.meaning;

import dev.hopscope.exchange.Direction;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cache-Control and its kin (RFC 9111 §5.2): each directive with its meaning and its time in words. Any thread. Does not decide what may be stored. */
final class CacheControlDecoder implements FieldDecoder {
    private static final Map<String, String> REQUEST = Map.ofEntries(
            Map.entry("max-age", "take nothing older than %s"),
            Map.entry("max-stale", "a stale response will do, if it is stale for no longer than %s"),
            Map.entry("min-fresh", "it has to stay fresh for %s yet"),
            Map.entry("no-cache", "ask the origin before a stored response is used"),
            Map.entry("no-store", "keep nothing of this request and its response"),
            Map.entry("no-transform", "do not change the content on the way, for instance by shrinking pictures"),
            Map.entry("only-if-cached", "answer from the store alone, and with 504 if there is nothing"),
            Map.entry("stale-if-error", "a response stale for up to %s will do if the origin fails"));
    private static final Map<String, String> RESPONSE = Map.ofEntries(
            Map.entry("max-age", "fresh for %s"),
            Map.entry("s-maxage", "in shared caches fresh for %s, instead of what max-age says"),
            Map.entry("no-cache", "may be stored, but the origin is to be asked each time before it is used"),
            Map.entry("no-store", "may not be stored by anybody"),
            Map.entry("private", "for one user: only their own browser may store it"),
            Map.entry("public", "any cache may store it, even where it would otherwise not"),
            Map.entry("must-revalidate", "once stale, it may not be used without asking the origin"),
            Map.entry("proxy-revalidate", "the same as must-revalidate, for shared caches"),
            Map.entry("must-understand", "store it only if you know what its status code asks of caches"),
            Map.entry("no-transform", "do not change the content on the way, for instance by shrinking pictures"),
            Map.entry("immutable", "will not change while it is fresh: do not ask again even on reload (RFC 8246)"),
            Map.entry(
                    "stale-while-revalidate",
                    "once stale, it may be used for %s while it is fetched anew behind the scenes (RFC 5861 §3)"),
            Map.entry("stale-if-error", "once stale, it may be used for %s if the origin fails (RFC 5861 §4)"));
    private static final Set<String> TIMED =
            Set.of("max-age", "max-stale", "min-fresh", "s-maxage", "stale-while-revalidate", "stale-if-error");

    @Override
    public Set<String> names() {
        return Set.of("cache-control", "cdn-cache-control", "surrogate-control", "pragma");
    }

    @Override
    public void decode(String name, String value, Setting setting, Parts out) {
        Map<String, String> words = setting.direction() == Direction.REQUEST ? REQUEST : RESPONSE;
        Set<String> seen = new HashSet<>();
        for (String text : Syntax.split(value, ',')) {
            Syntax.Pair directive = Syntax.pair(text);
            String key = directive.key();
            if (name.equals("pragma")) {
                pragma(key, text, setting, out);
            } else if (!words.containsKey(key)) {
                unknown(key, text, setting, out);
            } else if (TIMED.contains(key)) {
                timed(directive, words.getOrDefault(key, ""), out);
            } else {
                out.add(text, fields(directive, words.getOrDefault(key, "")));
            }
            if (!seen.add(key)) {
                out.fault(text, "Stands here twice: caches differ in which one they follow.");
            }
        }
        contradictions(seen, setting, out);
    }

    private static void timed(Syntax.Pair directive, String words, Parts out) {
        if (directive.key().equals("max-stale") && !directive.valued()) {
            out.add(directive.text(), "a stale response will do, however old");
            return;
        }
        long seconds = Spans.seconds(directive.value());
        if (seconds < 0) {
            out.fault(directive.text(), "Not a number of seconds: caches take the response for stale, or ignore this.");
        } else if (seconds == 0 && directive.key().equals("max-age")) {
            out.add(directive.text(), "stale at once: " + words.formatted("0 seconds"));
        } else {
            out.add(directive.text(), words.formatted(Spans.words(seconds)));
        }
    }

    private static String fields(Syntax.Pair directive, String words) {
        return directive.value().isEmpty()
                ? words
                : words + "; it is said of these fields alone: "
                        + directive.value().toLowerCase(Locale.ROOT);
    }

    private static void pragma(String key, String text, Setting setting, Parts out) {
        if (!key.equals("no-cache")) {
            out.advice(text, "Never meant anything.");
        } else if (setting.direction() == Direction.RESPONSE) {
            out.advice(text, "Means nothing in a response. Cache-Control: no-store or no-cache says it.");
        } else {
            out.add(text, "for caches of HTTP/1.0: ask the origin; ignored where there is Cache-Control");
        }
    }

    private static void unknown(String key, String text, Setting setting, Parts out) {
        Map<String, String> other = setting.direction() == Direction.REQUEST ? RESPONSE : REQUEST;
        if (other.containsKey(key)) {
            out.advice(
                    text,
                    setting.direction() == Direction.REQUEST
                            ? "Belongs in responses; in a request it says nothing."
                            : "Belongs in requests; in a response it says nothing.");
        } else if (key.equals("pre-check") || key.equals("post-check")) {
            out.advice(text, "Read by old versions of Internet Explorer only.");
        } else {
            String meant = near(key, setting.direction() == Direction.REQUEST ? REQUEST : RESPONSE);
            out.advice(
                    text,
                    meant == null
                            ? "Not a directive Hopscope knows; caches ignore what they do not know."
                            : "Caches do not know it and ignore it; " + meant + " may be meant.");
        }
    }

    private static @Nullable String near(String key, Map<String, String> known) {
        String bare = key.replaceAll("[^a-z]", "");
        return known.keySet().stream()
                .filter(k -> k.replace("-", "").equals(bare))
                .findFirst()
                .orElse(null);
    }

    private static void contradictions(Set<String> seen, Setting setting, Parts out) {
        if (setting.direction() == Direction.REQUEST) {
            return;
        }
        if (seen.contains("no-store") && (seen.contains("max-age") || seen.contains("s-maxage"))) {
            out.advice("", "no-store wins: the lifetime beside it says nothing.");
        }
        if (seen.contains("private") && seen.contains("s-maxage")) {
            out.advice("", "private keeps it out of shared caches, to which alone s-maxage speaks.");
        }
        if (seen.contains("private") && seen.contains("public")) {
            out.advice("", "private and public contradict each other; caches follow private.");
        }
    }
}
