package dev.hopscope.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An immutable snapshot of one row: what is known of it so far. Any thread. {@link #with} gives the next snapshot. */
public sealed interface Exchange permits HttpExchange, TunnelExchange, FailedHandshake {
    ExchangeId id();

    /** Wall clock at the first octet. */
    Instant started();

    /** {@link System#nanoTime} at the first octet; 0 in an exchange read from a file. */
    long startedNanos();

    ConnectionUse client();

    /**
     * Which exchange it is on the client's connection, 1 for the first: the CONNECT that opened the tunnel it came through is not counted.
     */
    default int clientTurn() {
        return parent() == null ? client().nth() : Math.max(1, client().nth() - 1);
    }

    /** The tunnel it came through, null if none. */
    @Nullable
    ExchangeId parent();

    Timings timings();

    Outcome outcome();

    /** {@code http}, {@code tunnel} or {@code handshake}: for files and machines. */
    String kind();

    /**
     * The next snapshot.
     *
     * @throws IllegalStateException where the event cannot follow: another exchange's, a second start, one after the end
     */
    Exchange with(ExchangeEvent event);

    /** The first snapshot. */
    static Exchange of(ExchangeEvent.Started event) {
        return switch (event) {
            case ExchangeEvent.RequestReceived e -> HttpExchange.of(e);
            case ExchangeEvent.RequestUnreadable e -> HttpExchange.of(e);
            case ExchangeEvent.TunnelRequested e -> TunnelExchange.of(e);
            case ExchangeEvent.HandshakeRefused e -> FailedHandshake.of(e);
        };
    }

    /** @throws IllegalStateException where the event is not of this exchange or comes after its end */
    static void requireOpen(Exchange exchange, ExchangeEvent event) {
        if (!exchange.id().equals(event.id())) {
            throw new IllegalStateException("event of " + event.id() + " given to " + exchange.id());
        }
        if (exchange.outcome().terminal()) {
            throw new IllegalStateException(event.getClass().getSimpleName() + " after the end of " + exchange.id());
        }
    }

    /** The exception for an event this kind of exchange cannot have. */
    static IllegalStateException unexpected(Exchange exchange, ExchangeEvent event) {
        return new IllegalStateException(
                event.getClass().getSimpleName() + " in " + exchange.kind() + " " + exchange.id());
    }
}
