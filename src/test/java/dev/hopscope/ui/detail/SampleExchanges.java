package dev.hopscope.ui.detail;

import dev.hopscope.capture.ExchangeLog;
import dev.hopscope.exchange.Bodies;
import dev.hopscope.exchange.BodyRef;
import dev.hopscope.exchange.Certificates;
import dev.hopscope.exchange.ChangeReason;
import dev.hopscope.exchange.ClientProcess;
import dev.hopscope.exchange.ConnectionInfo;
import dev.hopscope.exchange.ConnectionUse;
import dev.hopscope.exchange.DialTimings;
import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeEvent;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.Failure;
import dev.hopscope.exchange.HeaderChange;
import dev.hopscope.exchange.HeaderChange.Part;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.Origin;
import dev.hopscope.exchange.PassReason;
import dev.hopscope.exchange.Phase;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.exchange.Source;
import dev.hopscope.exchange.TlsInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Exchanges as the engine would make them, event by event, and their bodies in memory: for tests of screens. */
public final class SampleExchanges {
    /** Any nanosecond clock. */
    private static final long T = 1_000_000_000_000L;

    private static final Instant STARTED = Instant.parse("2026-11-23T20:41:07.312Z");
    private static final Certificates CHAIN = chain("2026-05-15T00:00:00Z", "2027-02-11T00:00:00Z");
    private static final Certificates EXPIRED = chain("2025-05-15T00:00:00Z", "2026-02-11T00:00:00Z");

    private final Map<ExchangeId, Exchange> exchanges = new HashMap<>();
    private final Map<BodyRef, byte[]> bodies = new HashMap<>();

    /** Finds the exchanges made here. */
    public ExchangeLog log() {
        return new ExchangeLog() {
            @Override
            public Cursor newCursor() {
                return new Cursor() {};
            }

            @Override
            public Changes drain(Cursor cursor, int max) {
                return new Changes(false, List.of(), List.of(), List.of(), false);
            }

            @Override
            public int size() {
                return exchanges.size();
            }

            @Override
            public Optional<Exchange> find(ExchangeId id) {
                return Optional.ofNullable(exchanges.get(id));
            }
        };
    }

    public Bodies bodies() {
        return ref -> {
            byte[] bytes = bodies.get(ref);
            if (bytes == null) {
                throw new IOException("no body of " + ref.exchange());
            }
            return channel(bytes);
        };
    }

    public <T extends Exchange> T put(T exchange) {
        exchanges.put(exchange.id(), exchange);
        return exchange;
    }

    public void remove(ExchangeId id) {
        exchanges.remove(id);
    }

    /** Keeps a body; {@code length} may be above what is recorded. */
    public BodyRef body(long id, Direction direction, byte[] recorded, long length) {
        BodyRef ref = new BodyRef(new ExchangeId(id), direction, length, recorded.length);
        bodies.put(ref, recorded);
        return ref;
    }

    /** An exchange in an opened tunnel, 200 with gzipped JSON. */
    public Exchange cart() {
        byte[] body = gzip(cartJson().getBytes(StandardCharsets.UTF_8));
        return http(
                1034,
                "GET",
                "/v1/cart?currency=EUR",
                null,
                200,
                "OK",
                "application/json; charset=utf-8",
                "gzip",
                body,
                body.length);
    }

    /** An exchange as {@link #cart} whose response has these fields besides. */
    public Exchange cached(long number, String... namesAndValues) {
        HttpExchange x = (HttpExchange) cart();
        ResponseHead response = Objects.requireNonNull(x.heads().responseReceived());
        Headers.Builder fields = Headers.builder();
        response.headers().forEach(h -> fields.add(h.name(), h.value()));
        Headers.of(namesAndValues).forEach(h -> fields.add(h.name(), h.value()));
        ResponseHead head = new ResponseHead(response.version(), response.status(), response.reason(), fields.build());
        return put(new HttpExchange(
                new ExchangeId(number),
                x.started(),
                x.startedNanos(),
                x.client(),
                x.parent(),
                x.source(),
                x.origin(),
                x.unreadable(),
                x.heads().withResponseReceived(head).withResponseReturned(head),
                x.interim(),
                x.trailers(),
                List.of(),
                x.originConnection(),
                x.requestBody(),
                x.responseBody(),
                x.requestBytes(),
                x.responseBytes(),
                x.upgradedTo(),
                x.timings(),
                x.outcome()));
    }

    /** The design's: the edge of a network answered, its shield did not take part. */
    public Exchange shielded() {
        return cached(
                1036,
                "X-Drupal-Cache",
                "MISS",
                "Via",
                "1.1 varnish, 1.1 varnish",
                "Age",
                "88",
                "X-Served-By",
                "cache-par-lfpg1960055-PAR, cache-fra-eddf8230108-FRA",
                "X-Cache",
                "MISS, HIT",
                "X-Cache-Hits",
                "0, 14");
    }

    /** A POST with a form and a 404 without much. */
    public Exchange form() {
        BodyRef form = body(
                1018,
                Direction.REQUEST,
                "user=ada%40shop.example&password=s%20e%20c%2Br%20et&remember=on&next=%2Faccount%3Ftab%3Dorders"
                        .getBytes(StandardCharsets.UTF_8),
                94);
        return http(
                1018,
                "POST",
                "/login",
                form,
                404,
                "Not Found",
                "text/plain",
                "",
                "no such page\n".getBytes(StandardCharsets.UTF_8),
                13);
    }

    /** A page whose head has much to explain and something to complain about, fetched by a script of another origin. */
    public Exchange talkative() {
        ExchangeId id = new ExchangeId(1042);
        RequestHead asked = new RequestHead(
                "GET",
                "/catalogue?page=2",
                HttpVersion.HTTP_1_1,
                Headers.of(
                        "Host", "api.shop.example",
                        "User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
                        "Accept", "application/json;q=0.9, text/html, */*;q=0.1",
                        "Accept-Language", "de-AT, en;q=0.5",
                        "Accept-Encoding", "gzip, deflate, br, zstd",
                        "Origin", "https://app.shop.example",
                        "Referer", "https://app.shop.example/",
                        "Sec-Fetch-Site", "same-site",
                        "Sec-Fetch-Mode", "cors",
                        "Sec-Fetch-Dest", "empty",
                        "Authorization",
                                "Bearer"
                                    + " eyJhbGciOiJSUzI1NiIsImtpZCI6ImsxIn0.eyJzdWIiOiJhZGEiLCJzY29wZSI6ImNhcnQiLCJpYXQiOjE3OTU0NjQwMDAsImV4cCI6MTc5NTQ2NzYwMH0.c2ln",
                        "If-None-Match", "W/\"5f3a-8c1\""));
        ResponseHead answered = new ResponseHead(
                HttpVersion.HTTP_1_1,
                200,
                "OK",
                Headers.of(
                        "Date", "Mon, 23 Nov 2026 20:41:07 GMT",
                        "Content-Type", "text/html",
                        "Content-Length", "44000",
                        "Cache-Control", "public, max-age=300, stale-while-revalidate=86400",
                        "Age", "120",
                        "Access-Control-Allow-Origin", "https://www.shop.example",
                        "Strict-Transport-Security", "max-age=31536000; includeSubDomains",
                        "Content-Security-Policy",
                                "default-src 'self'; script-src 'self' 'unsafe-inline' https://cdn.example; img-src *"
                                        + " data:; frame-ancestors 'none'",
                        "Set-Cookie", "__Host-session=9f2c81d4; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=5400",
                        "Set-Cookie", "theme=dark; SameSite=None; Expires=Wed, 21 Oct 2027 07:28:00 GMT",
                        "Link", "</site.css>; rel=preload; as=style, <https://shop.example/p2>; rel=next",
                        "Server-Timing", "db;dur=31.2, render;dur=12;desc=\"templates\""));
        Exchange x = Exchange.of(new ExchangeEvent.RequestReceived(
                id,
                T,
                STARTED,
                client(),
                null,
                Source.CAPTURED,
                new Origin("https", "api.shop.example", 443),
                asked,
                T + ms(0.4)));
        x = x.with(new ExchangeEvent.OriginConnected(id, T + ms(25.2), origin(CHAIN), dial(T)));
        x = x.with(new ExchangeEvent.RequestForwarded(id, T + ms(35.2), asked, List.of()));
        x = x.with(new ExchangeEvent.RequestEnded(id, T + ms(35.7), null, Headers.EMPTY, Headers.EMPTY, List.of()));
        x = x.with(new ExchangeEvent.ResponseReceived(id, T + ms(78.9), answered, T + ms(78.8)));
        x = x.with(new ExchangeEvent.ResponseReturned(id, T + ms(79), answered, List.of()));
        byte[] page = "<li class=\"item\">Vinegar and oil, cold pressed</li>\n"
                .repeat(900)
                .substring(0, 44_000)
                .getBytes(StandardCharsets.UTF_8);
        BodyRef ref = body(1042, Direction.RESPONSE, page, page.length);
        x = x.with(new ExchangeEvent.ResponseEnded(id, T + ms(87.9), ref, Headers.EMPTY, Headers.EMPTY, List.of()));
        return put(x.with(new ExchangeEvent.Completed(id, T + ms(87.9))));
    }

    /** A response of any type and bytes. */
    public Exchange response(long id, String path, String type, String coding, byte[] recorded, long length) {
        return http(id, "GET", path, null, 200, "OK", type, coding, recorded, length);
    }

    private Exchange http(
            long number,
            String method,
            String target,
            BodyRef requestBody,
            int status,
            String reason,
            String type,
            String coding,
            byte[] body,
            long length) {
        ExchangeId id = new ExchangeId(number);
        RequestHead received = new RequestHead(
                method,
                target,
                HttpVersion.HTTP_1_1,
                Headers.of(
                        "Host",
                        "api.shop.example",
                        "User-Agent",
                        "curl/8.9.1",
                        "Accept",
                        "application/json",
                        "Accept-Encoding",
                        "gzip, br, zstd",
                        "Authorization",
                        "Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEiLCJzY29wZSI6ImNhcnQifQ.c2lnbmF0dXJl",
                        "Proxy-Connection",
                        "keep-alive",
                        "Content-Type",
                        requestBody == null ? "application/json" : "application/x-www-form-urlencoded"));
        RequestHead forwarded = new RequestHead(
                method,
                target,
                HttpVersion.HTTP_1_1,
                Headers.of(
                        "Host",
                        "api.shop.example",
                        "User-Agent",
                        "curl/8.9.1",
                        "Accept",
                        "application/json",
                        "Accept-Encoding",
                        "gzip, br, zstd",
                        "Authorization",
                        "Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEiLCJzY29wZSI6ImNhcnQifQ.c2lnbmF0dXJl",
                        "Content-Type",
                        requestBody == null ? "application/json" : "application/x-www-form-urlencoded",
                        "Via",
                        "1.1 hopscope"));
        List<String> fields =
                new java.util.ArrayList<>(List.of("Date", "Mon, 23 Nov 2026 20:41:07 GMT", "Content-Type", type));
        if (!coding.isEmpty()) {
            fields.addAll(List.of("Content-Encoding", coding));
        }
        if (type.startsWith("application/grpc")) {
            fields.addAll(List.of("grpc-encoding", "gzip"));
        }
        fields.addAll(List.of(
                "Cache-Control",
                "max-age=300",
                "ETag",
                "\"5f3a-8c1\"",
                "Vary",
                "Accept-Encoding",
                "Transfer-Encoding",
                "chunked"));
        ResponseHead answered =
                new ResponseHead(HttpVersion.HTTP_1_1, status, reason, Headers.of(fields.toArray(String[]::new)));
        fields.addAll(List.of("Via", "1.1 hopscope"));
        ResponseHead returned =
                new ResponseHead(HttpVersion.HTTP_1_1, status, reason, Headers.of(fields.toArray(String[]::new)));
        Exchange x = Exchange.of(new ExchangeEvent.RequestReceived(
                id,
                T,
                STARTED,
                client(),
                new ExchangeId(1033),
                Source.CAPTURED,
                new Origin("https", "api.shop.example", 443),
                received,
                T + ms(0.4)));
        x = x.with(new ExchangeEvent.OriginConnected(id, T + ms(25.2), origin(CHAIN), dial(T)));
        x = x.with(new ExchangeEvent.RequestForwarded(
                id,
                T + ms(35.2),
                forwarded,
                List.of(
                        HeaderChange.removed(
                                Direction.REQUEST,
                                Part.HEADERS,
                                "Proxy-Connection",
                                "keep-alive",
                                5,
                                new ChangeReason.ProxyConnection()),
                        HeaderChange.added(
                                Direction.REQUEST,
                                Part.HEADERS,
                                "Via",
                                "1.1 hopscope",
                                6,
                                new ChangeReason.ViaAdded()))));
        x = x.with(
                new ExchangeEvent.RequestEnded(id, T + ms(35.7), requestBody, Headers.EMPTY, Headers.EMPTY, List.of()));
        x = x.with(new ExchangeEvent.ResponseReceived(id, T + ms(78.9), answered, T + ms(78.8)));
        x = x.with(new ExchangeEvent.ResponseReturned(
                id,
                T + ms(79),
                returned,
                List.of(HeaderChange.added(
                        Direction.RESPONSE, Part.HEADERS, "Via", "1.1 hopscope", 7, new ChangeReason.ViaAdded()))));
        BodyRef ref = body(number, Direction.RESPONSE, body, length);
        x = x.with(new ExchangeEvent.ResponseEnded(
                id,
                T + ms(87.9),
                ref,
                Headers.of("Server-Timing", "db;dur=31.2"),
                Headers.of("Server-Timing", "db;dur=31.2"),
                List.of()));
        return put(x.with(new ExchangeEvent.Completed(id, T + ms(87.9))));
    }

    /** The exchange of the design: an order with changes of many kinds on both legs, and the tunnel it came through as its parent. */
    public Exchange order() {
        put(orderTunnel());
        ExchangeId id = new ExchangeId(1018);
        Headers received = Headers.of(
                "Host",
                "api.shop.example",
                "User-Agent",
                "curl/8.9.1",
                "Accept",
                "application/json",
                "Accept-Encoding",
                "gzip, br, zstd, dcb",
                "Connection",
                "keep-alive, X-Debug",
                "X-Debug",
                "1",
                "TE",
                "trailers",
                "Proxy-Connection",
                "keep-alive",
                "Authorization",
                "Bearer eyJhbGciOiJIUzI1NiJ9",
                "Content-Type",
                "application/json",
                "Content-Length",
                "196");
        Headers sent = Headers.of(
                "Host",
                "api.shop.example",
                "User-Agent",
                "curl/8.9.1",
                "Accept",
                "application/json",
                "Accept-Encoding",
                "gzip, br, zstd",
                "Authorization",
                "Bearer eyJhbGciOiJIUzI1NiJ9",
                "Content-Type",
                "application/json",
                "Content-Length",
                "196",
                "Via",
                "1.1 hopscope");
        ChangeReason hop = new ChangeReason.HopByHop(null);
        List<HeaderChange> changes = List.of(
                HeaderChange.changed(
                        Direction.REQUEST,
                        Part.HEADERS,
                        "Accept-Encoding",
                        "gzip, br, zstd, dcb",
                        "gzip, br, zstd",
                        3,
                        3,
                        new ChangeReason.EncodingNarrowed("narrowed to codings that Hopscope can decode")),
                HeaderChange.removed(Direction.REQUEST, Part.HEADERS, "Connection", "keep-alive, X-Debug", 4, hop),
                HeaderChange.removed(
                        Direction.REQUEST, Part.HEADERS, "X-Debug", "1", 5, new ChangeReason.HopByHop("X-Debug")),
                HeaderChange.removed(Direction.REQUEST, Part.HEADERS, "TE", "trailers", 6, hop),
                HeaderChange.removed(
                        Direction.REQUEST,
                        Part.HEADERS,
                        "Proxy-Connection",
                        "keep-alive",
                        7,
                        new ChangeReason.ProxyConnection()),
                HeaderChange.added(
                        Direction.REQUEST, Part.HEADERS, "Via", "1.1 hopscope", 7, new ChangeReason.ViaAdded()));
        RequestHead asked = new RequestHead("POST", "/v1/orders", HttpVersion.HTTP_1_1, received);
        Exchange x = Exchange.of(new ExchangeEvent.RequestReceived(
                id,
                T + ms(9.6),
                STARTED.plusNanos(ms(9.6)),
                client(),
                new ExchangeId(1017),
                Source.CAPTURED,
                new Origin("https", "api.shop.example", 443),
                asked,
                T + ms(10)));
        x = x.with(new ExchangeEvent.OriginConnected(id, T + ms(35), origin(CHAIN), dial(T + ms(9.6))));
        x = x.with(new ExchangeEvent.RequestForwarded(
                id, T + ms(36), new RequestHead("POST", "/v1/orders", HttpVersion.HTTP_1_1, sent), changes));
        x = x.with(new ExchangeEvent.RequestEnded(
                id,
                T + ms(36.5),
                body(1018, Direction.REQUEST, new byte[196], 196),
                Headers.EMPTY,
                Headers.EMPTY,
                List.of()));
        Headers answered = Headers.of(
                "Date",
                "Mon, 23 Nov 2026 20:40:54 GMT",
                "Content-Type",
                "application/json; charset=utf-8",
                "Connection",
                "close",
                "Keep-Alive",
                "timeout=5",
                "Via",
                "1.1 edge-fra",
                "Cache-Control",
                "no-store",
                "Transfer-Encoding",
                "chunked");
        Headers returned = Headers.of(
                "Date",
                "Mon, 23 Nov 2026 20:40:54 GMT",
                "Content-Type",
                "application/json; charset=utf-8",
                "Via",
                "1.1 edge-fra, 1.1 hopscope",
                "Cache-Control",
                "no-store",
                "Transfer-Encoding",
                "chunked");
        x = x.with(new ExchangeEvent.ResponseReceived(
                id, T + ms(154.2), new ResponseHead(HttpVersion.HTTP_1_1, 201, "Created", answered), T + ms(154)));
        x = x.with(new ExchangeEvent.ResponseReturned(
                id,
                T + ms(157),
                new ResponseHead(HttpVersion.HTTP_1_1, 201, "Created", returned),
                List.of(
                        HeaderChange.removed(Direction.RESPONSE, Part.HEADERS, "Connection", "close", 2, hop),
                        HeaderChange.removed(Direction.RESPONSE, Part.HEADERS, "Keep-Alive", "timeout=5", 3, hop),
                        HeaderChange.changed(
                                Direction.RESPONSE,
                                Part.HEADERS,
                                "Via",
                                "1.1 edge-fra",
                                "1.1 edge-fra, 1.1 hopscope",
                                4,
                                2,
                                new ChangeReason.ViaAdded()))));
        Headers trailer = Headers.of("Server-Timing", "db;dur=31.2");
        x = x.with(new ExchangeEvent.ResponseEnded(
                id, T + ms(158), body(1018, Direction.RESPONSE, new byte[1900], 1900), trailer, trailer, List.of()));
        return put(x.with(new ExchangeEvent.Completed(id, T + ms(158))));
    }

    private static Exchange orderTunnel() {
        ExchangeId id = new ExchangeId(1017);
        RequestHead head = new RequestHead(
                "CONNECT",
                "api.shop.example:443",
                HttpVersion.HTTP_1_1,
                Headers.of("Host", "api.shop.example:443", "Proxy-Authorization", "Basic eA=="));
        Exchange x = Exchange.of(new ExchangeEvent.TunnelRequested(
                id, T, STARTED, client(), null, new Endpoint("api.shop.example", 443), head));
        return x.with(new ExchangeEvent.ResponseReturned(
                id,
                T + ms(1),
                new ResponseHead(HttpVersion.HTTP_1_1, 200, "Connection established", Headers.EMPTY),
                List.of()));
    }

    /** A request that was sent on and waits. */
    public Exchange waiting() {
        ExchangeId id = new ExchangeId(1039);
        RequestHead head =
                new RequestHead("POST", "/v2/refunds", HttpVersion.HTTP_1_1, Headers.of("Host", "pay.shop.example"));
        Exchange x = Exchange.of(new ExchangeEvent.RequestReceived(
                id,
                T,
                STARTED,
                client(),
                null,
                Source.CAPTURED,
                new Origin("https", "pay.shop.example", 443),
                head,
                T + ms(0.4)));
        x = x.with(new ExchangeEvent.OriginConnected(id, T + ms(25.2), origin(CHAIN), dial(T)));
        x = x.with(new ExchangeEvent.RequestForwarded(id, T + ms(35.2), head, List.of()));
        return put(x.with(
                new ExchangeEvent.RequestEnded(id, T + ms(35.7), null, Headers.EMPTY, Headers.EMPTY, List.of())));
    }

    /** {@link #waiting} a moment later. */
    public Exchange answered() {
        ExchangeId id = new ExchangeId(1039);
        ResponseHead head = new ResponseHead(HttpVersion.HTTP_1_1, 204, "No Content", Headers.EMPTY);
        Exchange x = waiting().with(new ExchangeEvent.ResponseReceived(id, T + ms(900), head, T + ms(899)));
        x = x.with(new ExchangeEvent.ResponseReturned(id, T + ms(901), head, List.of()));
        x = x.with(new ExchangeEvent.ResponseEnded(id, T + ms(901), null, Headers.EMPTY, Headers.EMPTY, List.of()));
        return put(x.with(new ExchangeEvent.Completed(id, T + ms(902))));
    }

    /** An origin whose certificate has expired. */
    public Exchange badCertificate() {
        ExchangeId id = new ExchangeId(1027);
        RequestHead head = new RequestHead(
                "GET", "/ledger/2026?page=1", HttpVersion.HTTP_1_1, Headers.of("Host", "ledger.int.example"));
        Exchange x = Exchange.of(new ExchangeEvent.RequestReceived(
                id,
                T,
                STARTED,
                client(),
                null,
                Source.CAPTURED,
                new Origin("https", "ledger.int.example", 443),
                head,
                T + ms(0.4)));
        x = x.with(new ExchangeEvent.OriginConnected(id, T + ms(50), origin(EXPIRED), dial(T)));
        ResponseHead page =
                new ResponseHead(HttpVersion.HTTP_1_1, 502, "Bad Gateway", Headers.of("Content-Type", "text/html"));
        x = x.with(new ExchangeEvent.ResponseReturned(id, T + ms(64), page, List.of()));
        return put(x.with(new ExchangeEvent.Failed(
                id,
                T + ms(66),
                new Failure(
                        Phase.TLS,
                        "certificate-expired",
                        "the certificate of ledger.int.example expired on 2026-02-11"),
                null,
                null)));
    }

    /** A client that does not trust the CA. */
    public Exchange refusedHandshake() {
        return put(Exchange.of(new ExchangeEvent.HandshakeRefused(
                new ExchangeId(1021),
                T,
                STARTED,
                new ConnectionUse(connection("pip", null), 1),
                new ExchangeId(1020),
                new Endpoint("pypi.example", 443),
                "pypi.example",
                new Failure(
                        Phase.CLIENT_TLS,
                        "unknown-ca",
                        "the client sent the alert unknown_ca: it does not trust the authority that signed"))));
    }

    /** A tunnel that was not opened. */
    public Exchange tunnel() {
        ExchangeId id = new ExchangeId(1015);
        RequestHead head = new RequestHead(
                "CONNECT",
                "push.mozilla.example:443",
                HttpVersion.HTTP_1_1,
                Headers.of("Host", "push.mozilla.example:443", "User-Agent", "Mozilla/5.0"));
        Exchange x = Exchange.of(new ExchangeEvent.TunnelRequested(
                id, T, STARTED, client(), null, new Endpoint("push.mozilla.example", 443), head));
        x = x.with(new ExchangeEvent.OriginConnected(id, T + ms(20), origin(Certificates.NONE), dial(T)));
        x = x.with(new ExchangeEvent.ResponseReturned(
                id,
                T + ms(21),
                new ResponseHead(HttpVersion.HTTP_1_1, 200, "Connection established", Headers.EMPTY),
                List.of()));
        x = x.with(new ExchangeEvent.TunnelDecided(
                id,
                T + ms(22),
                "push.mozilla.example",
                new PassReason(PassReason.Code.IGNORED_HOST, "mozilla\\.example")));
        x = x.with(new ExchangeEvent.BytesPassed(id, T + ms(64_000), 3_120, 8_400));
        return put(x.with(new ExchangeEvent.Completed(id, T + ms(64_100))));
    }

    /** A URL, field values and a path of great length. */
    public Exchange longUrl() {
        return http(
                77,
                "GET",
                "/search?q=" + "all+work+and+no+play+".repeat(60),
                null,
                200,
                "OK",
                "text/plain",
                "",
                ("x".repeat(30_000) + "\nend\n").getBytes(StandardCharsets.UTF_8),
                30_005);
    }

    static String cartJson() {
        StringBuilder json = new StringBuilder(
                "{\"id\":\"c_8841\",\"currency\":\"EUR\",\"total\":1234.50,\"big\":12345678901234567890,\"lines\":[");
        for (int i = 1; i <= 40; i++) {
            json.append(i == 1 ? "" : ",")
                    .append("{\"sku\":\"SKU-")
                    .append(1000 + i)
                    .append("\",\"title\":\"Öl & Vinegar \u2116 ")
                    .append(i)
                    .append("\",\"quantity\":")
                    .append(i)
                    .append(",\"gift\":")
                    .append(i % 2 == 0)
                    .append(",\"note\":null}");
        }
        return json.append("]}").toString();
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static long ms(double millis) {
        return Math.round(millis * 1e6);
    }

    private static ConnectionUse client() {
        return new ConnectionUse(
                connection(
                        "curl",
                        new TlsInfo(
                                "TLSv1.3",
                                "TLS_AES_128_GCM_SHA256",
                                "http/1.1",
                                "api.shop.example",
                                Certificates.NONE)),
                1);
    }

    private static ConnectionInfo connection(String program, TlsInfo tls) {
        return new ConnectionInfo(
                7,
                new Endpoint("127.0.0.1", 8888),
                new Endpoint("127.0.0.1", 51224),
                STARTED,
                tls,
                new ClientProcess(program, 4127),
                null);
    }

    private static ConnectionUse origin(Certificates chain) {
        TlsInfo tls = chain.isEmpty()
                ? null
                : new TlsInfo("TLSv1.3", "TLS_AES_256_GCM_SHA384", "http/1.1", "api.shop.example", chain);
        return new ConnectionUse(
                new ConnectionInfo(
                        8,
                        new Endpoint("192.0.2.10", 40112),
                        new Endpoint("203.0.113.24", 443),
                        STARTED,
                        tls,
                        null,
                        null),
                1);
    }

    private static DialTimings dial(long from) {
        return new DialTimings(
                from + ms(0.9), from + ms(4), from + ms(4), from + ms(16), 0, 0, from + ms(16), from + ms(26.1));
    }

    private static Certificates chain(String notBefore, String notAfter) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair root = generator.generateKeyPair();
            KeyPair leaf = generator.generateKeyPair();
            X500Name rootName = new X500Name("CN=Example Trust Root R1,O=Example Trust,C=NL");
            byte[] leafDer = certificate("CN=api.shop.example", leaf, rootName, root, notBefore, notAfter, true);
            byte[] rootDer = certificate(
                    rootName.toString(), root, rootName, root, "2020-01-01T00:00:00Z", "2035-01-01T00:00:00Z", false);
            return Certificates.ofDer(List.of(leafDer, rootDer));
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] certificate(
            String subject, KeyPair key, X500Name issuer, KeyPair signer, String from, String to, boolean named)
            throws IOException, OperatorCreationException {
        var builder = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger("4e6f7420612072616e646f6d206f6e65", 16),
                Date.from(Instant.parse(from)),
                Date.from(Instant.parse(to)),
                new X500Name(subject),
                key.getPublic());
        if (named) {
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                new GeneralName(GeneralName.dNSName, "api.shop.example"),
                new GeneralName(GeneralName.dNSName, "*.api.shop.example")
            }));
        }
        return builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate()))
                .getEncoded();
    }

    private static SeekableByteChannel channel(byte[] bytes) {
        return new SeekableByteChannel() {
            private int at;

            @Override
            public int read(ByteBuffer into) {
                if (at >= bytes.length) {
                    return -1;
                }
                int n = Math.min(into.remaining(), bytes.length - at);
                into.put(bytes, at, n);
                at += n;
                return n;
            }

            @Override
            public int write(ByteBuffer from) {
                throw new UnsupportedOperationException();
            }

            @Override
            public long position() {
                return at;
            }

            @Override
            public SeekableByteChannel position(long to) {
                at = (int) to;
                return this;
            }

            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public SeekableByteChannel truncate(long to) {
                throw new UnsupportedOperationException();
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {}
        };
    }
}
