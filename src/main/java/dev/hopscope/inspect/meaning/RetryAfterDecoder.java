package dev.hopscope.inspect.meaning;

import java.time.Instant;
import java.util.Set;

/** Retry-After (RFC 9110 §10.2.3) and times given as seconds since 1970. Any thread. */
final class RetryAfterDecoder implements FieldDecoder {
    @Override
    public Set<String> names() {
        return Set.of("retry-after", "deprecation", "x-ratelimit-reset");
    }

    @Override
    public void decode(String name, String value, Setting setting, Parts out) {
        String text = value.strip();
        if (name.equals("deprecation") && text.startsWith("@")) {
            epoch(value, text.substring(1), setting, out);
            return;
        }
        long seconds = Spans.seconds(text);
        Instant moment = seconds < 0 ? HttpDate.parse(text) : null;
        if (name.equals("x-ratelimit-reset") && seconds > 1_000_000_000) {
            epoch(value, text, setting, out);
        } else if (seconds >= 0) {
            out.add(value, "in " + Spans.words(seconds));
        } else if (moment != null) {
            out.add(value, HttpDate.shown(moment) + ", " + Spans.from(setting.at(), moment) + " this exchange began");
        } else {
            out.fault(value, "Neither seconds nor a date: it is ignored.");
        }
    }

    private static void epoch(String value, String digits, Setting setting, Parts out) {
        if (!digits.matches("\\d{1,11}")) {
            out.fault(value, "Not a number of seconds since 1970.");
            return;
        }
        Instant moment = Instant.ofEpochSecond(Long.parseLong(digits));
        out.add(value, HttpDate.shown(moment) + ", " + Spans.from(setting.at(), moment) + " this exchange began");
    }
}
