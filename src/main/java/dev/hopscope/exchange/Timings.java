package dev.hopscope.exchange;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * Monotonic moments of one exchange, in nanoseconds from its first octet; those before it (a TLS handshake) are negative. Immutable, any thread. Holds
 * moments, not durations.
 */
public final class Timings {
    private static final long ABSENT = Long.MIN_VALUE;
    private static final int MARKS = Mark.values().length;
    public static final Timings NONE = new Timings(empty());

    private final long[] nanos;

    private Timings(long[] nanos) {
        this.nanos = nanos;
    }

    private static long[] empty() {
        long[] none = new long[MARKS];
        Arrays.fill(none, ABSENT);
        return none;
    }

    /** Nanoseconds since the first octet, or empty if the moment did not come. */
    public OptionalLong at(Mark mark) {
        long value = nanos[mark.ordinal()];
        return value == ABSENT ? OptionalLong.empty() : OptionalLong.of(value);
    }

    public boolean has(Mark mark) {
        return nanos[mark.ordinal()] != ABSENT;
    }

    /** Nanoseconds from one mark to another, empty unless both came. */
    public OptionalLong between(Mark from, Mark to) {
        return has(from) && has(to)
                ? OptionalLong.of(nanos[to.ordinal()] - nanos[from.ordinal()])
                : OptionalLong.empty();
    }

    /** @param value nanoseconds since the first octet */
    public Timings with(Mark mark, long value) {
        long[] copy = nanos.clone();
        copy[mark.ordinal()] = value;
        return new Timings(copy);
    }

    /** Adds what was measured while dialling, moved to this exchange's time zero. */
    public Timings with(DialTimings dial, long startedNanos) {
        long[] copy = nanos.clone();
        dial.copyTo(copy, startedNanos);
        return new Timings(copy);
    }

    static void put(long[] target, Mark mark, long value) {
        target[mark.ordinal()] = value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Timings that && Arrays.equals(nanos, that.nanos);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(nanos);
    }
}
