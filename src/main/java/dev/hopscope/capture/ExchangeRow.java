package dev.hopscope.capture;

import dev.hopscope.exchange.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * The few facts of one exchange that stay in memory: what the table shows and sorts. Immutable, any thread; at most 200 bytes of heap with a path of 60
 * characters. Does not hold heads or bodies.
 */
public final class ExchangeRow {
    /** What kind of row it is. */
    public enum Kind {
        HTTP,
        TUNNEL,
        HANDSHAKE
    }

    /** How it stands, as the table tells rows apart. */
    public enum State {
        PENDING,
        COMPLETED,
        FAILED,
        INTERRUPTED
    }

    private ExchangeRow() {
        throw new UnsupportedOperationException("drawn here, made by the capture slice");
    }

    /** The row of a snapshot. */
    public static ExchangeRow of(Exchange exchange) {
        throw new UnsupportedOperationException();
    }

    public native long id();

    /** Microseconds since the epoch, wall clock. */
    public native long startedMicros();

    public native Kind kind();

    public native State state();

    /** The client's program, else its address. */
    public native String client();

    public native String method();

    /** 0 where there is none. */
    public native int status();

    /** {@code http} or {@code https}; empty for tunnels and handshakes. */
    public native String scheme();

    public native String host();

    public native int port();

    /** Path and query, cut at 256 characters ({@link #pathCut}); empty for tunnels and handshakes. */
    public native String path();

    public native boolean pathCut();

    /** {@code 1.0}, {@code 1.1}, {@code 2}; empty for tunnels. */
    public native String protocol();

    /** The response's media type in short ({@code JSON}, {@code HTML}); empty if none. */
    public native String type();

    /** Content octets of the request; in tunnels octets from the client. */
    public native long requestBytes();

    /** Content octets of the response on the wire; -1 where there is none. */
    public native long responseBytes();

    /** Microseconds from the first octet to the end; so far, while pending: -1. */
    public native long durationMicros();

    /** Shares of the duration for the timing bar, microseconds: set-up (DNS, connect, TLS), waiting for the first octet, receiving. */
    public native long setupMicros();

    public native long waitMicros();

    public native long receiveMicros();

    /** Whether TLS was opened for it, or, for a tunnel, whether the tunnel was opened. */
    public native boolean opened();

    /** The tunnel it came through, 0 if none. */
    public native long parent();

    /** The exchange it replays, 0 if none. */
    public native long original();

    /** Whether Hopscope itself answered (local page, error page, later the cache). */
    public native boolean answeredHere();

    /** Whether the connection was upgraded (101). */
    public native boolean upgraded();

    /** Lines changed on the request leg, at most 255. */
    public native int requestChanges();

    /** Lines changed on the response leg, at most 255. */
    public native int responseChanges();

    /** The failure's code and words, or why a tunnel was not opened; null if neither. */
    public native @Nullable String cause();
}
