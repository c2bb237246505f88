package dev.hopscope.inspect.meaning;

import java.time.Instant;
import java.util.Set;

/** Fields that hold a moment (RFC 9110 §5.6.7): in words, and how far from the exchange. Any thread. Reads no clock. */
final class DateDecoder implements FieldDecoder {
    /** A clock that is off by more than this many seconds is worth a word. */
    private static final long SKEW = 60;

    @Override
    public Set<String> names() {
        return Set.of(
                "date",
                "expires",
                "last-modified",
                "if-modified-since",
                "if-unmodified-since",
                "sunset",
                "memento-datetime",
                "accept-datetime");
    }

    @Override
    public void decode(String name, String value, Setting setting, Parts out) {
        Instant moment = HttpDate.parse(value);
        if (moment == null) {
            if (name.equals("expires")) {
                out.add(value, "not a date, which counts as long past: stale at once (RFC 9111 §5.3)");
            } else {
                out.fault(value, "Not a date: it is ignored.");
            }
            return;
        }
        out.add(value, HttpDate.shown(moment) + ", " + Spans.from(setting.at(), moment) + " this exchange began");
        if (!HttpDate.preferred(value)) {
            out.advice(value, "Not in the form senders should use: Sun, 06 Nov 1994 08:49:37 GMT.");
        }
        switch (name) {
            case "date" -> skew(moment, setting, out);
            case "expires" -> expires(moment, setting, out);
            case "last-modified" -> {
                if (moment.isAfter(setting.at().plusSeconds(SKEW))) {
                    out.advice(value, "Lies in the future: an origin should not send that (RFC 9110 §8.8.2.1).");
                }
            }
            case "if-modified-since" -> {
                if (setting.headers().has("If-None-Match")) {
                    out.add("", "Ignored: If-None-Match beside it is the better test (RFC 9110 §13.1.3).");
                }
            }
            default -> {}
        }
    }

    private static void skew(Instant moment, Setting setting, Parts out) {
        long off = moment.getEpochSecond() - setting.at().getEpochSecond();
        if (setting.responseHeaders().has("Age")) {
            out.add("", "A cache answered: it is the time at which the origin made it.");
        } else if (off > SKEW) {
            out.advice(
                    "",
                    "The server's clock is " + Spans.words(off)
                            + " ahead of this machine's: lifetimes come out wrong.");
        } else if (-off > SKEW) {
            out.advice(
                    "",
                    "The server's clock is " + Spans.words(off)
                            + " behind this machine's, or a cache answered without saying so: lifetimes come out"
                            + " wrong.");
        }
    }

    private static void expires(Instant moment, Setting setting, Parts out) {
        String date = setting.responseHeaders().first("Date");
        Instant made = date == null ? null : HttpDate.parse(date);
        if (made != null) {
            long life = moment.getEpochSecond() - made.getEpochSecond();
            out.add(
                    "",
                    life > 0 ? "Fresh for " + Spans.words(life) + " from Date on." : "Not after Date: stale at once.");
        }
        boolean overruled = setting.responseHeaders().all("Cache-Control").stream()
                .flatMap(v -> Syntax.split(v, ',').stream())
                .map(Syntax::pair)
                .anyMatch(p -> p.key().equals("max-age") || p.key().equals("s-maxage"));
        if (overruled) {
            out.add("", "Ignored by caches: Cache-Control sets a lifetime, and that one wins.");
        }
    }
}
