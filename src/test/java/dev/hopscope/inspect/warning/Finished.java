package dev.hopscope.inspect.warning;

import dev.hopscope.exchange.BodyRef;
import dev.hopscope.exchange.ConnectionInfo;
import dev.hopscope.exchange.ConnectionUse;
import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeEvent;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.Origin;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.exchange.Source;
import dev.hopscope.inspect.body.ByteSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** A finished exchange with chosen heads and body, and what is found in it: for tests. */
final class Finished {
    private static final ExchangeId ID = new ExchangeId(1);
    private static final Instant STARTED = Instant.parse("2026-11-23T20:00:00Z");

    private final String method;
    private final String scheme;
    private final Headers request;
    private final int status;
    private final Headers response;
    private final byte[] body;
    private byte[] sent = {};

    Finished(String method, String scheme, Headers request, int status, Headers response, byte[] body) {
        this.method = method;
        this.scheme = scheme;
        this.request = request;
        this.status = status;
        this.response = response;
        this.body = body;
    }

    static Finished get(Headers request, int status, Headers response, byte[] body) {
        return new Finished("GET", "https", request, status, response, body);
    }

    /** With a body of the request. */
    Finished sending(byte[] bytes) {
        sent = bytes;
        return this;
    }

    List<Warning> warnings() {
        BodyRef ref = body.length == 0 ? null : new BodyRef(ID, Direction.RESPONSE, body.length, body.length);
        try {
            BodyRef up = sent.length == 0 ? null : new BodyRef(ID, Direction.REQUEST, sent.length, sent.length);
            return ExchangeChecks.of(
                    exchange(ref, up),
                    ref == null ? null : BodyLook.read(ByteSource.of(body), ref, response),
                    up == null ? null : BodyLook.read(ByteSource.of(sent), up, request));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is found, one line each: {@code FAULT RESPONSE Content-Type title: words}. */
    String said() {
        return warnings().stream()
                .map(w -> w.level() + " " + w.direction() + " " + w.field() + " " + w.title() + ": " + w.words())
                .collect(Collectors.joining("\n"));
    }

    private HttpExchange exchange(BodyRef ref, BodyRef up) {
        RequestHead asked = new RequestHead(method, "/cart", HttpVersion.HTTP_1_1, request);
        ResponseHead answered = new ResponseHead(HttpVersion.HTTP_1_1, status, "", response);
        ConnectionUse client = new ConnectionUse(
                new ConnectionInfo(
                        1, new Endpoint("127.0.0.1", 8888), new Endpoint("127.0.0.1", 5000), STARTED, null, null, null),
                1);
        Exchange x = Exchange.of(new ExchangeEvent.RequestReceived(
                ID,
                0,
                STARTED,
                client,
                null,
                Source.CAPTURED,
                new Origin(scheme, "shop.example", scheme.equals("https") ? 443 : 80),
                asked,
                0));
        x = x.with(new ExchangeEvent.RequestForwarded(ID, 1, asked, List.of()));
        x = x.with(new ExchangeEvent.RequestEnded(ID, 2, up, Headers.EMPTY, Headers.EMPTY, List.of()));
        x = x.with(new ExchangeEvent.ResponseReceived(ID, 3, answered, 3));
        x = x.with(new ExchangeEvent.ResponseReturned(ID, 4, answered, List.of()));
        x = x.with(new ExchangeEvent.ResponseEnded(ID, 5, ref, Headers.EMPTY, Headers.EMPTY, List.of()));
        return (HttpExchange) x.with(new ExchangeEvent.Completed(ID, 6));
    }
}
