package dev.hopscope.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A client that would not finish the TLS handshake with Hopscope: a row, not a log line. Complete from its first snapshot. */
public record FailedHandshake(
        ExchangeId id,
        Instant started,
        long startedNanos,
        ConnectionUse client,
        @Nullable ExchangeId parent,
        Endpoint target,
        @Nullable String sni,
        Timings timings,
        Outcome outcome)
        implements Exchange {
    static FailedHandshake of(ExchangeEvent.HandshakeRefused e) {
        return new FailedHandshake(
                e.id(),
                e.started(),
                e.at(),
                e.client(),
                e.parent(),
                e.target(),
                e.sni(),
                Timings.NONE.with(Mark.REQUEST_FIRST_BYTE, 0),
                e.outcome());
    }

    @Override
    public String kind() {
        return "handshake";
    }

    @Override
    public Exchange with(ExchangeEvent event) {
        Exchange.requireOpen(this, event);
        throw Exchange.unexpected(this, event);
    }
}
