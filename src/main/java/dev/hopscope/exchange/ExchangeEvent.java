package dev.hopscope.exchange;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the engine tells about an exchange, the same set for every protocol. Each event names its exchange and the moment ({@link System#nanoTime}). For one
 * exchange: one {@link Started} first, then the others in the order of the wire, then exactly one {@link Terminal}, after which none. Events of one exchange
 * come from one thread; events of different exchanges from several.
 */
public sealed interface ExchangeEvent {
    ExchangeId id();

    /** {@link System#nanoTime} of what happened. */
    long at();

    /** The first event of an exchange: makes the first snapshot. */
    sealed interface Started extends ExchangeEvent {
        Instant started();

        ConnectionUse client();

        /** The tunnel this exchange came through, null if none. */
        @Nullable
        ExchangeId parent();
    }

    /** The last event of an exchange. */
    sealed interface Terminal extends ExchangeEvent {
        Outcome outcome();
    }

    /** An HTTP request whose head was read. */
    record RequestReceived(
            ExchangeId id,
            long at,
            Instant started,
            ConnectionUse client,
            @Nullable ExchangeId parent,
            Source source,
            Origin origin,
            RequestHead head,
            long headAt)
            implements Started {}

    /**
     * Bytes that came where a request was due and are none that Hopscope passes on.
     *
     * @param origin whom the bytes were for as far as known, null on a plain connection
     * @param beginning the first bytes, one char each, at most 8 KiB
     */
    record RequestUnreadable(
            ExchangeId id,
            long at,
            Instant started,
            ConnectionUse client,
            @Nullable ExchangeId parent,
            @Nullable Origin origin,
            String beginning)
            implements Started {}

    /** A CONNECT request. */
    record TunnelRequested(
            ExchangeId id,
            long at,
            Instant started,
            ConnectionUse client,
            @Nullable ExchangeId parent,
            Endpoint target,
            RequestHead head)
            implements Started {}

    /** A client would not finish the TLS handshake with us; first and last event in one. */
    record HandshakeRefused(
            ExchangeId id,
            long at,
            Instant started,
            ConnectionUse client,
            @Nullable ExchangeId parent,
            Endpoint target,
            @Nullable String sni,
            Failure failure)
            implements Started, Terminal {
        @Override
        public Outcome outcome() {
            return new Outcome.Failed(failure);
        }
    }

    /** The client's program became known after the exchange began. */
    record ClientIdentified(ExchangeId id, long at, ConnectionInfo client) implements ExchangeEvent {}

    /** An origin connection is at hand (for a tunnel: to the target or the upstream proxy). */
    record OriginConnected(ExchangeId id, long at, ConnectionUse origin, DialTimings dial) implements ExchangeEvent {}

    /** The request head was sent on. */
    record RequestForwarded(ExchangeId id, long at, RequestHead head, List<HeaderChange> changes)
            implements ExchangeEvent {}

    /**
     * The request was read and sent on whole.
     *
     * @param body null where the request has no content
     */
    record RequestEnded(
            ExchangeId id,
            long at,
            @Nullable BodyRef body,
            Headers trailersReceived,
            Headers trailersForwarded,
            List<HeaderChange> changes)
            implements ExchangeEvent {}

    /** A 1xx response passed (RFC 9110 §15.2). */
    record InterimResponse(ExchangeId id, long at, ResponseHead head) implements ExchangeEvent {}

    /** @param firstByteAt {@link System#nanoTime} of the first octet of the response */
    record ResponseReceived(ExchangeId id, long at, ResponseHead head, long firstByteAt) implements ExchangeEvent {}

    /** A final response head went to the client; without a {@link ResponseReceived} before it Hopscope answered itself. */
    record ResponseReturned(ExchangeId id, long at, ResponseHead head, List<HeaderChange> changes)
            implements ExchangeEvent {}

    /** The response was read whole. {@code body} is null where it has no content. */
    record ResponseEnded(
            ExchangeId id,
            long at,
            @Nullable BodyRef body,
            Headers trailersReceived,
            Headers trailersReturned,
            List<HeaderChange> changes)
            implements ExchangeEvent {}

    /** The connection now speaks another protocol (RFC 9110 §7.8); bytes are relayed until it ends. */
    record Upgraded(ExchangeId id, long at, String protocol) implements ExchangeEvent {}

    /** Totals so far, sent now and then while bodies or tunnels run, and before the end of a tunnel. */
    record BytesPassed(ExchangeId id, long at, long request, long response) implements ExchangeEvent {}

    /** What became of a tunnel. {@code passed} is null where it was opened. */
    record TunnelDecided(
            ExchangeId id,
            long at,
            @Nullable String sni,
            @Nullable PassReason passed) implements ExchangeEvent {}

    record Completed(ExchangeId id, long at) implements Terminal {
        @Override
        public Outcome outcome() {
            return Outcome.COMPLETED;
        }
    }

    /**
     * @param requestBody what passed of an unfinished request body, null if none
     * @param responseBody what passed of an unfinished response body, null if none
     */
    record Failed(
            ExchangeId id,
            long at,
            Failure failure,
            @Nullable BodyRef requestBody,
            @Nullable BodyRef responseBody) implements Terminal {
        @Override
        public Outcome outcome() {
            return new Outcome.Failed(failure);
        }
    }
}
