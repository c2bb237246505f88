package dev.hopscope.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CONNECT tunnel (RFC 9110 §9.3.6). Opened, the exchanges inside name it as their parent; else its bytes pass unread.
 *
 * @param heads the CONNECT as received and, where there is an upstream proxy, as forwarded; the answers
 * @param decided whether it is known yet if the tunnel is opened
 * @param sni the name in the client's TLS greeting, null if none
 * @param passed why it was not opened; null while undecided and where it was opened
 * @param requestBytes octets from the client so far
 */
public record TunnelExchange(
        ExchangeId id,
        Instant started,
        long startedNanos,
        ConnectionUse client,
        @Nullable ExchangeId parent,
        Endpoint target,
        Heads heads,
        List<HeaderChange> changes,
        @Nullable ConnectionUse originConnection,
        boolean decided,
        @Nullable String sni,
        @Nullable PassReason passed,
        long requestBytes,
        long responseBytes,
        Timings timings,
        Outcome outcome)
        implements Exchange {

    static TunnelExchange of(ExchangeEvent.TunnelRequested e) {
        return new TunnelExchange(
                e.id(),
                e.started(),
                e.at(),
                e.client(),
                e.parent(),
                e.target(),
                Heads.NONE.withRequestReceived(e.head()),
                List.of(),
                null,
                false,
                null,
                null,
                0,
                0,
                Timings.NONE.with(Mark.REQUEST_FIRST_BYTE, 0),
                Outcome.PENDING);
    }

    @Override
    public String kind() {
        return "tunnel";
    }

    public boolean opened() {
        return decided && passed == null;
    }

    @Override
    public TunnelExchange with(ExchangeEvent event) {
        Exchange.requireOpen(this, event);
        return switch (event) {
            case ExchangeEvent.Started e -> throw Exchange.unexpected(this, e);
            case ExchangeEvent.RequestEnded e -> throw Exchange.unexpected(this, e);
            case ExchangeEvent.InterimResponse e -> throw Exchange.unexpected(this, e);
            case ExchangeEvent.ResponseEnded e -> throw Exchange.unexpected(this, e);
            case ExchangeEvent.Upgraded e -> throw Exchange.unexpected(this, e);
            case ExchangeEvent.ClientIdentified e ->
                copy(new ConnectionUse(e.client(), client.nth()), heads, changes, timings);
            case ExchangeEvent.OriginConnected e -> connected(e.origin(), timings.with(e.dial(), startedNanos));
            case ExchangeEvent.RequestForwarded e ->
                copy(
                        client,
                        heads.withRequestForwarded(e.head()),
                        joined(e.changes()),
                        marked(Mark.FORWARD_HEAD, e.at()));
            case ExchangeEvent.ResponseReceived e ->
                copy(client, heads.withResponseReceived(e.head()), changes, marked(Mark.RESPONSE_HEAD, e.at()));
            case ExchangeEvent.ResponseReturned e ->
                copy(
                        client,
                        heads.withResponseReturned(e.head()),
                        joined(e.changes()),
                        marked(Mark.RETURN_HEAD, e.at()));
            case ExchangeEvent.BytesPassed e -> passed(e.request(), e.response(), timings, outcome);
            case ExchangeEvent.TunnelDecided e -> decide(e);
            case ExchangeEvent.Completed e ->
                passed(requestBytes, responseBytes, marked(Mark.RETURN_END, e.at()), e.outcome());
            case ExchangeEvent.Failed e ->
                passed(requestBytes, responseBytes, marked(Mark.RETURN_END, e.at()), e.outcome());
        };
    }

    /** The same tunnel as seen after Hopscope ended while it was up. */
    public TunnelExchange interrupted() {
        return passed(requestBytes, responseBytes, timings, Outcome.INTERRUPTED);
    }

    private Timings marked(Mark mark, long at) {
        return timings.with(mark, at - startedNanos);
    }

    private List<HeaderChange> joined(List<HeaderChange> more) {
        List<HeaderChange> all = new ArrayList<>(changes);
        all.addAll(more);
        return List.copyOf(all);
    }

    private TunnelExchange copy(ConnectionUse by, Heads newHeads, List<HeaderChange> newChanges, Timings newTimings) {
        return new TunnelExchange(
                id,
                started,
                startedNanos,
                by,
                parent,
                target,
                newHeads,
                newChanges,
                originConnection,
                decided,
                sni,
                passed,
                requestBytes,
                responseBytes,
                newTimings,
                outcome);
    }

    private TunnelExchange connected(ConnectionUse origin, Timings newTimings) {
        return new TunnelExchange(
                id,
                started,
                startedNanos,
                client,
                parent,
                target,
                heads,
                changes,
                origin,
                decided,
                sni,
                passed,
                requestBytes,
                responseBytes,
                newTimings,
                outcome);
    }

    private TunnelExchange decide(ExchangeEvent.TunnelDecided e) {
        return new TunnelExchange(
                id,
                started,
                startedNanos,
                client,
                parent,
                target,
                heads,
                changes,
                originConnection,
                true,
                e.sni(),
                e.passed(),
                requestBytes,
                responseBytes,
                timings,
                outcome);
    }

    private TunnelExchange passed(long request, long response, Timings newTimings, Outcome newOutcome) {
        return new TunnelExchange(
                id,
                started,
                startedNanos,
                client,
                parent,
                target,
                heads,
                changes,
                originConnection,
                decided,
                sni,
                passed,
                request,
                response,
                newTimings,
                newOutcome);
    }
}
