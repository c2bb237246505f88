package dev.hopscope.exchange;

/**
 * When the steps of opening an upstream connection happened, by {@link System#nanoTime}; 0 for a step that was not taken. Immutable.
 */
public record DialTimings(
        long dnsStart,
        long dnsEnd,
        long connectStart,
        long connectEnd,
        long proxyStart,
        long proxyEnd,
        long tlsStart,
        long tlsEnd) {
    /** For a connection that was re-used. */
    public static final DialTimings NONE = new DialTimings(0, 0, 0, 0, 0, 0, 0, 0);

    void copyTo(long[] marks, long zero) {
        copy(marks, Mark.DNS_START, dnsStart, zero);
        copy(marks, Mark.DNS_END, dnsEnd, zero);
        copy(marks, Mark.CONNECT_START, connectStart, zero);
        copy(marks, Mark.CONNECT_END, connectEnd, zero);
        copy(marks, Mark.PROXY_START, proxyStart, zero);
        copy(marks, Mark.PROXY_END, proxyEnd, zero);
        copy(marks, Mark.TLS_START, tlsStart, zero);
        copy(marks, Mark.TLS_END, tlsEnd, zero);
    }

    private static void copy(long[] marks, Mark mark, long at, long zero) {
        if (at != 0) {
            Timings.put(marks, mark, at - zero);
        }
    }
}
