package dev.hopscope.caching;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates in the three forms of RFC 9110 §5.6.7. Any thread. Strict but for case; the weekday must be one, not the right one. Repairs nothing.
 */
public final class HttpDate {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String DAY = "(?:mon|tue|wed|thu|fri|sat|sun)";
    private static final String MONTH = "(" + String.join("|", MONTHS) + ")";
    private static final String TIME = "(\\d\\d):(\\d\\d):(\\d\\d)";
    private static final Pattern FIXED = pattern(DAY + ", (\\d\\d) " + MONTH + " (\\d{4}) " + TIME + " gmt");
    private static final Pattern RFC_850 =
            pattern("(?:mon|tues|wednes|thurs|fri|satur|sun)day, (\\d\\d)-" + MONTH + "-(\\d\\d) " + TIME + " gmt");
    private static final Pattern ASCTIME = pattern(DAY + " " + MONTH + " ( \\d|\\d\\d) " + TIME + " (\\d{4})");
    private static final DateTimeFormatter OUT =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private HttpDate() {}

    /**
     * @param now for the century of a two-digit year: not more than 50 years ahead
     * @return null where it is no such date
     */
    public static @Nullable Instant parse(String text, Instant now) {
        Matcher m = FIXED.matcher(text);
        if (m.matches()) {
            return instant(number(m, 3), m.group(2), number(m, 1), m, 4);
        }
        m = RFC_850.matcher(text);
        if (m.matches()) {
            int thisYear = now.atOffset(ZoneOffset.UTC).getYear();
            int year = thisYear - thisYear % 100 + number(m, 3);
            return instant(year > thisYear + 50 ? year - 100 : year, m.group(2), number(m, 1), m, 4);
        }
        m = ASCTIME.matcher(text);
        return m.matches() ? instant(number(m, 6), m.group(1), number(m, 2), m, 3) : null;
    }

    /** In the form to send. */
    public static String format(Instant at) {
        return OUT.format(at.atOffset(ZoneOffset.UTC));
    }

    private static @Nullable Instant instant(int year, String month, int day, Matcher m, int time) {
        int seconds = number(m, time + 2);
        try {
            return LocalDateTime.of(
                            year,
                            MONTHS.indexOf(month.toLowerCase(Locale.ROOT)) + 1,
                            day,
                            number(m, time),
                            number(m, time + 1),
                            Math.min(seconds, seconds == 60 ? 59 : seconds)) // a leap second
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null; // the 31st of February and its like are no dates
        }
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group).strip());
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
