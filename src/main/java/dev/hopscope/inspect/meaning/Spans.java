package dev.hopscope.inspect.meaning;

import java.time.Instant;

/** Lengths of time in words. Pure, any thread. Knows no clock. */
final class Spans {
    private static final long[] SIZES = {365L * 86_400, 86_400, 3600, 60, 1};
    private static final String[] NAMES = {"year", "day", "hour", "minute", "second"};

    private Spans() {}

    /** {@code 1 hour 30 minutes}: the two largest units. */
    static String words(long seconds) {
        if (seconds == Long.MIN_VALUE) {
            return "an endless time";
        }
        long left = Math.abs(seconds);
        StringBuilder out = new StringBuilder();
        int used = 0;
        for (int i = 0; i < SIZES.length && used < 2; i++) {
            long n = left / SIZES[i];
            if (n > 0) {
                out.append(out.isEmpty() ? "" : " ").append(n).append(' ').append(NAMES[i]);
                out.append(n == 1 ? "" : "s");
                left %= SIZES[i];
                used++;
            } else if (used > 0) {
                break;
            }
        }
        return out.isEmpty() ? "0 seconds" : out.toString();
    }

    /** {@code 3 hours after}, {@code 2 days before} or {@code at the time of}, as seen from a moment. */
    static String from(Instant moment, Instant other) {
        // the fields have whole seconds: within one nothing is before or after
        long seconds = other.getEpochSecond() - moment.getEpochSecond();
        return seconds == 0 ? "at the time of" : words(seconds) + (seconds > 0 ? " after" : " before");
    }

    /** Whole seconds as a field gives them, -1 where they are none (RFC 9111 §1.2.2: what is too large counts as 2^31). */
    static long seconds(String text) {
        String t = text.strip();
        if (t.isEmpty() || !t.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        return t.length() > 10 ? 1L << 31 : Math.min(Long.parseLong(t), 1L << 31);
    }
}
