package dev.hopscope.inspect.meaning;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Moments as HTTP writes them (RFC 9110 §5.6.7). Pure, any thread. Knows no clock. */
final class HttpDate {
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("apr", 4),
            Map.entry("may", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12));
    private static final DateTimeFormatter SHOWN = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss 'UTC'")
            .toFormatter(Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private HttpDate() {}

    /** The three forms of HTTP and what cookies add to them (RFC 6265 §5.1.1), read leniently; null where there is no date. */
    static @Nullable Instant parse(String text) {
        int day = -1;
        int month = -1;
        int year = -1;
        int[] time = {-1, 0, 0};
        for (String token : Parts.cut(text, 100).split("[ ,;-]+", 20)) {
            if (token.indexOf(':') > 0) {
                time = clock(token, time);
            } else if (number(token) < 0) {
                int found = token.length() < 3
                        ? -1
                        : MONTHS.getOrDefault(token.substring(0, 3).toLowerCase(Locale.ROOT), -1);
                month = month < 0 ? found : month;
            } else if (day < 0 && token.length() <= 2) {
                day = number(token);
            } else if (year < 0) {
                year = number(token);
            }
        }
        year = year >= 0 && year < 70 ? year + 2000 : year >= 70 && year < 100 ? year + 1900 : year;
        if (day < 1 || month < 1 || year < 1601 || year > 9999 || time[0] < 0) {
            return null;
        }
        try {
            return LocalDateTime.of(year, month, day, time[0], time[1], Math.min(59, time[2]))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Whether it is in the form senders must use: {@code Sun, 06 Nov 1994 08:49:37 GMT}. */
    static boolean preferred(String text) {
        return text.strip()
                .matches("(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT");
    }

    static String shown(Instant moment) {
        return SHOWN.format(moment);
    }

    private static int[] clock(String token, int[] before) {
        String[] parts = token.split(":", 4);
        if (parts.length < 2 || number(parts[0]) < 0 || number(parts[1]) < 0) {
            return before;
        }
        return new int[] {number(parts[0]), number(parts[1]), parts.length > 2 ? Math.max(0, number(parts[2])) : 0};
    }

    private static int number(String token) {
        return !token.isEmpty() && token.length() <= 4 && token.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Integer.parseInt(token)
                : -1;
    }
}
