package dev.hopscope.caching;

import java.time.Duration;
import java.time.Instant;

/**
 * The sum that gives the age of a stored response (RFC 9111 §4.2.3), in seconds. Immutable.
 *
 * @param apparent how far its Date lies back when it came
 * @param corrected what its Age field says, with the time the response took
 * @param resident how long it has been stored
 */
public record Age(long apparent, long corrected, long resident) {
    /** {@code current_age}. */
    public long current() {
        return Math.max(apparent, corrected) + resident;
    }

    public static Age of(Stored stored, Instant now) {
        long apparent =
                Math.max(0, Duration.between(stored.date(), stored.received()).toSeconds());
        long delay = Math.max(
                0, Duration.between(stored.requested(), stored.received()).toSeconds());
        long resident = Math.max(0, Duration.between(stored.received(), now).toSeconds());
        return new Age(apparent, field(stored) + delay, resident);
    }

    /** RFC 9111 §5.1: of a list the first member counts; what is no number is ignored. */
    private static long field(Stored stored) {
        String value = stored.response().headers().first("Age");
        if (value == null) {
            return 0;
        }
        int comma = value.indexOf(',');
        return Math.max(0, CacheControl.deltaSeconds((comma < 0 ? value : value.substring(0, comma)).strip()));
    }
}
