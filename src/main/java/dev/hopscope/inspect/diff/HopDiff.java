package dev.hopscope.inspect.diff;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.FailedHandshake;
import dev.hopscope.exchange.HeaderChange;
import dev.hopscope.exchange.Heads;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.Trailers;
import dev.hopscope.exchange.TunnelExchange;
import java.util.List;

/** Both legs of an exchange: what came in and what went on. Immutable, any thread. */
public record HopDiff(HeaderDiff request, HeaderDiff response) {
    public static HopDiff of(Exchange exchange) {
        return switch (exchange) {
            case HttpExchange x -> of(x.heads(), x.trailers(), x.changes());
            case TunnelExchange x -> of(x.heads(), Trailers.NONE, x.changes());
            case FailedHandshake x -> of(Heads.NONE, Trailers.NONE, List.of());
        };
    }

    private static HopDiff of(Heads heads, Trailers trailers, List<HeaderChange> changes) {
        return new HopDiff(
                HeaderDiff.of(
                        new Message(heads.requestReceived(), trailers.requestReceived()),
                        new Message(heads.requestForwarded(), trailers.requestForwarded()),
                        of(Direction.REQUEST, changes)),
                HeaderDiff.of(
                        new Message(heads.responseReceived(), trailers.responseReceived()),
                        new Message(heads.responseReturned(), trailers.responseReturned()),
                        of(Direction.RESPONSE, changes)));
    }

    private static List<HeaderChange> of(Direction leg, List<HeaderChange> changes) {
        return changes.stream().filter(c -> c.leg() == leg).toList();
    }

    /** Lines that differ on both legs. */
    public int changes() {
        return request.changes() + response.changes();
    }
}
