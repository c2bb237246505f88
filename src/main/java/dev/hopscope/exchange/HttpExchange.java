package dev.hopscope.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request and its response at all four hops.
 *
 * @param origin whom the request is for; null only where the request could not be read on a plain connection
 * @param unreadable the beginning of a request that could not be read, one char an octet; null otherwise
 * @param interim the 1xx responses, in order
 * @param changes every line Hopscope changed, in the order of the wire
 * @param requestBody null until known, and where there is none
 * @param upgradedTo the protocol the connection changed to, null if it did not
 * @param requestBytes content octets of the request so far (after an upgrade: octets relayed)
 */
public record HttpExchange(
        ExchangeId id,
        Instant started,
        long startedNanos,
        ConnectionUse client,
        @Nullable ExchangeId parent,
        Source source,
        @Nullable Origin origin,
        @Nullable String unreadable,
        Heads heads,
        List<ResponseHead> interim,
        Trailers trailers,
        List<HeaderChange> changes,
        @Nullable ConnectionUse originConnection,
        @Nullable BodyRef requestBody,
        @Nullable BodyRef responseBody,
        long requestBytes,
        long responseBytes,
        @Nullable String upgradedTo,
        Timings timings,
        Outcome outcome)
        implements Exchange {

    static HttpExchange of(ExchangeEvent.RequestReceived e) {
        return new Draft(e, e.source(), e.origin(), null, Heads.NONE.withRequestReceived(e.head()))
                .mark(Mark.REQUEST_HEAD, e.headAt())
                .build();
    }

    static HttpExchange of(ExchangeEvent.RequestUnreadable e) {
        return new Draft(e, Source.CAPTURED, e.origin(), e.beginning(), Heads.NONE).build();
    }

    @Override
    public String kind() {
        return "http";
    }

    /** Hopscope itself answered: a local page, an error page, later a cache. */
    public boolean answeredHere() {
        return heads.responseReceived() == null && heads.responseReturned() != null;
    }

    @Override
    public HttpExchange with(ExchangeEvent event) {
        Exchange.requireOpen(this, event);
        Draft d = new Draft(this);
        switch (event) {
            case ExchangeEvent.Started e -> throw Exchange.unexpected(this, e);
            case ExchangeEvent.TunnelDecided e -> throw Exchange.unexpected(this, e);
            case ExchangeEvent.ClientIdentified e -> d.client = new ConnectionUse(e.client(), client.nth());
            case ExchangeEvent.OriginConnected e -> {
                d.originConnection = e.origin();
                d.timings = d.timings.with(e.dial(), startedNanos);
            }
            case ExchangeEvent.RequestForwarded e -> {
                d.heads = heads.withRequestForwarded(e.head());
                d.change(e.changes()).mark(Mark.FORWARD_HEAD, e.at());
            }
            case ExchangeEvent.RequestEnded e -> {
                d.requestBody(e.body());
                d.trailers = trailers.withRequest(e.trailersReceived(), e.trailersForwarded());
                d.change(e.changes()).mark(Mark.REQUEST_END, e.at());
                if (heads.requestForwarded() != null) {
                    d.mark(Mark.FORWARD_END, e.at());
                }
            }
            case ExchangeEvent.InterimResponse e -> d.interim = append(interim, List.of(e.head()));
            case ExchangeEvent.ResponseReceived e -> {
                d.heads = heads.withResponseReceived(e.head());
                d.mark(Mark.RESPONSE_FIRST_BYTE, e.firstByteAt()).mark(Mark.RESPONSE_HEAD, e.at());
            }
            case ExchangeEvent.ResponseReturned e -> {
                d.heads = heads.withResponseReturned(e.head());
                d.change(e.changes()).mark(Mark.RETURN_HEAD, e.at());
            }
            case ExchangeEvent.ResponseEnded e -> {
                d.responseBody(e.body());
                d.trailers = trailers.withResponse(e.trailersReceived(), e.trailersReturned());
                d.change(e.changes()).mark(Mark.RESPONSE_END, e.at());
            }
            case ExchangeEvent.Upgraded e -> d.upgradedTo = e.protocol();
            case ExchangeEvent.BytesPassed e -> {
                d.requestBytes = e.request();
                d.responseBytes = e.response();
            }
            case ExchangeEvent.Completed e -> d.end(e);
            case ExchangeEvent.Failed e -> {
                if (e.requestBody() != null) {
                    d.requestBody(e.requestBody());
                }
                if (e.responseBody() != null) {
                    d.responseBody(e.responseBody());
                }
                d.end(e);
            }
        }
        return d.build();
    }

    /** The same exchange as seen after Hopscope ended while it was under way. */
    public HttpExchange interrupted() {
        Draft d = new Draft(this);
        d.outcome = Outcome.INTERRUPTED;
        return d.build();
    }

    private static <T> List<T> append(List<T> list, List<T> more) {
        if (more.isEmpty()) {
            return list;
        }
        if (list.isEmpty()) {
            return List.copyOf(more);
        }
        List<T> all = new ArrayList<>(list);
        all.addAll(more);
        return List.copyOf(all);
    }

    /** The fields of the next snapshot while it is being made. */
    private static final class Draft {
        private final ExchangeId id;
        private final Instant started;
        private final long startedNanos;
        private ConnectionUse client;
        private final @Nullable ExchangeId parent;
        private final Source source;
        private final @Nullable Origin origin;
        private final @Nullable String unreadable;
        private Heads heads;
        private List<ResponseHead> interim = List.of();
        private Trailers trailers = Trailers.NONE;
        private List<HeaderChange> changes = List.of();
        private @Nullable ConnectionUse originConnection;
        private @Nullable BodyRef requestBody;
        private @Nullable BodyRef responseBody;
        private long requestBytes;
        private long responseBytes;
        private @Nullable String upgradedTo;
        private Timings timings = Timings.NONE;
        private Outcome outcome = Outcome.PENDING;

        Draft(
                ExchangeEvent.Started e,
                Source source,
                @Nullable Origin origin,
                @Nullable String unreadable,
                Heads heads) {
            id = e.id();
            started = e.started();
            startedNanos = e.at();
            client = e.client();
            parent = e.parent();
            this.source = source;
            this.origin = origin;
            this.unreadable = unreadable;
            this.heads = heads;
            mark(Mark.REQUEST_FIRST_BYTE, e.at());
        }

        Draft(HttpExchange x) {
            id = x.id;
            started = x.started;
            startedNanos = x.startedNanos;
            client = x.client;
            parent = x.parent;
            source = x.source;
            origin = x.origin;
            unreadable = x.unreadable;
            heads = x.heads;
            interim = x.interim;
            trailers = x.trailers;
            changes = x.changes;
            originConnection = x.originConnection;
            requestBody = x.requestBody;
            responseBody = x.responseBody;
            requestBytes = x.requestBytes;
            responseBytes = x.responseBytes;
            upgradedTo = x.upgradedTo;
            timings = x.timings;
            outcome = x.outcome;
        }

        Draft mark(Mark mark, long at) {
            timings = timings.with(mark, at - startedNanos);
            return this;
        }

        Draft change(List<HeaderChange> more) {
            changes = append(changes, more);
            return this;
        }

        void requestBody(@Nullable BodyRef body) {
            requestBody = body;
            requestBytes = body == null ? 0 : body.length();
        }

        void responseBody(@Nullable BodyRef body) {
            responseBody = body;
            responseBytes = body == null ? 0 : body.length();
        }

        void end(ExchangeEvent.Terminal e) {
            outcome = e.outcome();
            mark(Mark.RETURN_END, e.at());
        }

        HttpExchange build() {
            return new HttpExchange(
                    id,
                    started,
                    startedNanos,
                    client,
                    parent,
                    source,
                    origin,
                    unreadable,
                    heads,
                    interim,
                    trailers,
                    changes,
                    originConnection,
                    requestBody,
                    responseBody,
                    requestBytes,
                    responseBytes,
                    upgradedTo,
                    timings,
                    outcome);
        }
    }
}
