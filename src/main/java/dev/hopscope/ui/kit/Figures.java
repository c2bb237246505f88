package dev.hopscope.ui.kit;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Numbers as the window shows them: three figures and a unit. Pure functions, any thread.
 */
public final class Figures {
    private static final String[] SIZE_UNITS = {"B", "KB", "MB", "GB", "TB", "PB", "EB"};
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK_MILLIS = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ENGLISH);
    private static final DateTimeFormatter DATE_CLOCK_MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ENGLISH);

    private Figures() {}

    /** {@code 412 B}, {@code 48.7 KB}, {@code 1.2 MB}: steps of 1000. */
    public static String size(long octets) {
        if (octets < 1000) {
            return octets + " B";
        }
        double value = octets;
        int unit = 0;
        while (value >= 999.5 && unit < SIZE_UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        return (value < 99.95 ? tenths(Math.round(value * 10)) : Long.toString(Math.round(value))) + " "
                + SIZE_UNITS[unit];
    }

    /** {@code 88 ms}, {@code 1.24 s}, {@code 64.1 s}, {@code 12.5 min}: three figures. */
    public static String duration(long micros) {
        if (micros < 0) {
            return "";
        }
        if (micros < 1000) {
            return micros == 0 ? "0 ms" : "0." + Math.max(1, Math.round(micros / 100.0)) + " ms";
        }
        if (micros < 999_500) {
            return Math.round(micros / 1000.0) + " ms";
        }
        double seconds = micros / 1e6;
        if (seconds < 9.995) {
            return hundredths(Math.round(seconds * 100)) + " s";
        }
        if (seconds < 99.95) {
            return tenths(Math.round(seconds * 10)) + " s";
        }
        if (seconds < 600) {
            return Math.round(seconds) + " s";
        }
        double minutes = seconds / 60;
        return minutes < 99.95 ? tenths(Math.round(minutes * 10)) + " min" : tenths(Math.round(minutes / 6)) + " h";
    }

    /** {@code 18,332}. */
    public static String count(long number) {
        String digits = Long.toString(number);
        if (number > -1000 && number < 1000) {
            return digits;
        }
        StringBuilder grouped = new StringBuilder(digits);
        int first = number < 0 ? 1 : 0;
        for (int i = digits.length() - 3; i > first; i -= 3) {
            grouped.insert(i, ',');
        }
        return grouped.toString();
    }

    /** At most four characters: {@code 9999}, {@code 18k}, {@code 1.2M}. */
    public static String brief(long number) {
        if (number < 10_000) {
            return Long.toString(number);
        }
        if (number < 999_500) {
            return Math.round(number / 1000.0) + "k";
        }
        return number < 9_950_000 ? tenths(Math.round(number / 100_000.0)) + "M" : Math.round(number / 1e6) + "M";
    }

    /** {@code HH:mm:ss} here. */
    public static String clock(long epochMicros, ZoneId zone) {
        return CLOCK.format(instant(epochMicros).atZone(zone));
    }

    /** {@code HH:mm:ss.SSS} here. */
    public static String clockMillis(long epochMicros, ZoneId zone) {
        return CLOCK_MILLIS.format(instant(epochMicros).atZone(zone));
    }

    /** {@code yyyy-MM-dd HH:mm:ss.SSS} here. */
    public static String dateClockMillis(long epochMicros, ZoneId zone) {
        return DATE_CLOCK_MILLIS.format(instant(epochMicros).atZone(zone));
    }

    private static Instant instant(long epochMicros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(epochMicros, 1_000_000), Math.floorMod(epochMicros, 1_000_000) * 1000L);
    }

    private static String tenths(long n) {
        return n / 10 + "." + n % 10;
    }

    private static String hundredths(long n) {
        return n / 100 + "." + n / 10 % 10 + n % 10;
    }
}
