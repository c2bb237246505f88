package dev.hopscope.inspect.meaning;

import java.time.Instant;
import java.util.Set;

/** Age (RFC 9111 §5.1), set against Date and the lifetime. Any thread. */
final class AgeDecoder implements FieldDecoder {
    @Override
    public Set<String> names() {
        return Set.of("age");
    }

    @Override
    public void decode(String name, String value, Setting setting, Parts out) {
        long age = Spans.seconds(value);
        if (age < 0) {
            out.fault(value, "Not a number of seconds: it is ignored.");
            return;
        }
        out.add(value, "made or confirmed by the origin " + Spans.words(age) + " before this answer");
        long life = lifetime(setting);
        if (life >= 0) {
            out.add(
                    "",
                    age <= life
                            ? "Of its lifetime of " + Spans.words(life) + " there are " + Spans.words(life - age)
                                    + " left."
                            : "Its lifetime of " + Spans.words(life) + " is over by " + Spans.words(age - life)
                                    + ": it is stale.");
        }
    }

    /** What a shared cache goes by: s-maxage, max-age, then Expires less Date (RFC 9111 §4.2.1); -1 where nothing is said. */
    private static long lifetime(Setting setting) {
        long maxAge = -1;
        for (String line : setting.responseHeaders().all("Cache-Control")) {
            for (String text : Syntax.split(line, ',')) {
                Syntax.Pair pair = Syntax.pair(text);
                if (pair.key().equals("s-maxage")) {
                    return Spans.seconds(pair.value());
                }
                if (pair.key().equals("max-age")) {
                    maxAge = Spans.seconds(pair.value());
                }
            }
        }
        String expires = setting.responseHeaders().first("Expires");
        String date = setting.responseHeaders().first("Date");
        Instant end = expires == null ? null : HttpDate.parse(expires);
        Instant made = date == null ? null : HttpDate.parse(date);
        return maxAge >= 0 || end == null || made == null
                ? maxAge
                : Math.max(0, end.getEpochSecond() - made.getEpochSecond());
    }
}
