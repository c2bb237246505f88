package dev.hopscope.inspect.meaning;

import java.util.HashSet;
import java.util.Set;

/** Strict-Transport-Security (RFC 6797 §6.1), and why a browser would ignore it. Any thread. Does not know the preload list. */
final class StrictTransportSecurityDecoder implements FieldDecoder {
    private static final long YEAR = 31_536_000;

    @Override
    public Set<String> names() {
        return Set.of("strict-transport-security");
    }

    @Override
    public void decode(String name, String value, Setting setting, Parts out) {
        Set<String> seen = new HashSet<>();
        long age = -1;
        for (String text : Syntax.split(value, ';')) {
            Syntax.Pair pair = Syntax.pair(text);
            if (!seen.add(pair.key())) {
                out.fault(text, "Stands here twice: browsers ignore the whole line.");
                continue;
            }
            switch (pair.key()) {
                case "max-age" -> {
                    age = Spans.seconds(pair.value());
                    maxAge(text, age, out);
                }
                case "includesubdomains" -> out.add(text, "for all hosts below this one too");
                case "preload" ->
                    out.add(
                            text,
                            "agrees to be built into browsers, so that even the first visit is by https; "
                                    + "not part of the standard");
                default -> out.advice(text, "Not a directive browsers know: ignored.");
            }
        }
        if (!seen.contains("max-age")) {
            out.fault("", "max-age is missing: browsers ignore the whole line.");
        }
        if (seen.contains("preload") && (age < YEAR || !seen.contains("includesubdomains"))) {
            out.advice("preload", "The preload list takes a host only with max-age of a year and includeSubDomains.");
        }
        if (setting.origin() != null && !setting.secure()) {
            out.fault("", "It came over plain http: browsers ignore it there (RFC 6797 §8.1).");
        }
        if (setting.origin() != null && setting.origin().host().matches("[\\d.]+|.*:.*")) {
            out.fault("", "The host is an address: browsers keep this for names only (RFC 6797 §8.1.1).");
        }
    }

    private static void maxAge(String text, long age, Parts out) {
        if (age < 0) {
            out.fault(text, "Not a number of seconds: browsers ignore the whole line.");
        } else if (age == 0) {
            out.advice(text, "forget it: this host is no longer to be reached by https only");
        } else if (age < 86_400 * 30) {
            out.advice(text, "remembered for " + Spans.words(age) + ", which protects only those who come often");
        } else {
            out.add(text, "remembered for " + Spans.words(age) + " from each visit");
        }
    }
}
