package dev.hopscope.capture.sqlite;

import dev.hopscope.exchange.BodyRef;
import dev.hopscope.exchange.Certificates;
import dev.hopscope.exchange.ChangeReason;
import dev.hopscope.exchange.ClientProcess;
import dev.hopscope.exchange.ConnectionInfo;
import dev.hopscope.exchange.ConnectionUse;
import dev.hopscope.exchange.DialTimings;
import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.ExchangeEvent;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.Failure;
import dev.hopscope.exchange.HeaderChange;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.Origin;
import dev.hopscope.exchange.PassReason;
import dev.hopscope.exchange.Phase;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.exchange.Source;
import dev.hopscope.exchange.TlsInfo;
import dev.hopscope.proxy.BodySink;
import dev.hopscope.proxy.ExchangeSink;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Tells two sinks what an engine would, from a seed: any kind of exchange, and everything an exchange can have. One thread. */
public final class Traffic {
    private final ExchangeSink events;
    private final BodySink bodies;
    private final Random random;

    public Traffic(ExchangeSink events, BodySink bodies, long seed) {
        this.events = events;
        this.bodies = bodies;
        this.random = new Random(seed);
    }

    /** Any exchange, ended or not. */
    public ExchangeId any() {
        return switch (random.nextInt(8)) {
            case 0 -> tunnel();
            case 1 -> handshake();
            case 2 -> unreadable();
            default -> http(true);
        };
    }

    /** An ordinary one with a body of so many octets, ended. */
    public ExchangeId plain(int bodyOctets) {
        ExchangeId id = begin(bodyOctets);
        end(id, bodyOctets);
        return id;
    }

    /** The first half of {@link #plain}. */
    public ExchangeId begin(int bodyOctets) {
        ExchangeId id = events.nextId();
        long at = System.nanoTime();
        Endpoint origin = new Endpoint("host-" + id.value() % 500 + ".example", 80);
        RequestHead received = new RequestHead(
                "GET",
                "http://" + origin + path(id),
                HttpVersion.HTTP_1_1,
                Headers.of(
                        "Host",
                        origin.toString(),
                        "User-Agent",
                        "traffic/1.0 (a seeded generator; like Gecko)",
                        "Accept",
                        "application/json, text/plain, */*",
                        "Accept-Encoding",
                        "gzip, deflate, br",
                        "Proxy-Connection",
                        "keep-alive",
                        "Cookie",
                        "session=0123456789abcdef0123456789abcdef"));
        RequestHead forwarded = new RequestHead(
                "GET",
                path(id),
                HttpVersion.HTTP_1_1,
                Headers.of(
                        "Host",
                        origin.toString(),
                        "User-Agent",
                        received.headers().value(1),
                        "Accept",
                        received.headers().value(2),
                        "Accept-Encoding",
                        received.headers().value(3),
                        "Cookie",
                        received.headers().value(5),
                        "Via",
                        "1.1 hopscope"));
        events.accept(new ExchangeEvent.RequestReceived(
                id,
                at,
                Instant.now(),
                new ConnectionUse(CLIENT, 1),
                null,
                Source.CAPTURED,
                new Origin("http", origin),
                received,
                at + 1000));
        events.accept(new ExchangeEvent.OriginConnected(id, at + 2000, new ConnectionUse(ORIGIN, 2), DialTimings.NONE));
        events.accept(new ExchangeEvent.RequestForwarded(
                id,
                at + 3000,
                forwarded,
                List.of(
                        HeaderChange.startLine(
                                Direction.REQUEST,
                                ":target",
                                received.target(),
                                forwarded.target(),
                                new ChangeReason.TargetForm()),
                        HeaderChange.removed(
                                Direction.REQUEST,
                                HeaderChange.Part.HEADERS,
                                "Proxy-Connection",
                                "keep-alive",
                                4,
                                new ChangeReason.ProxyConnection()),
                        HeaderChange.added(
                                Direction.REQUEST,
                                HeaderChange.Part.HEADERS,
                                "Via",
                                "1.1 hopscope",
                                5,
                                new ChangeReason.ViaAdded()))));
        events.accept(new ExchangeEvent.RequestEnded(id, at + 4000, null, Headers.EMPTY, Headers.EMPTY, List.of()));
        ResponseHead response = new ResponseHead(
                HttpVersion.HTTP_1_1,
                200,
                "OK",
                Headers.of(
                        "Date",
                        "Tue, 24 Nov 2026 10:00:00 GMT",
                        "Content-Type",
                        "application/json",
                        "Content-Length",
                        Integer.toString(bodyOctets),
                        "Server",
                        "origin",
                        "Cache-Control",
                        "max-age=60"));
        events.accept(new ExchangeEvent.ResponseReceived(id, at + 6000, response, at + 5000));
        ResponseHead returned = new ResponseHead(
                HttpVersion.HTTP_1_1,
                200,
                "OK",
                Headers.of(
                        "Date",
                        response.headers().value(0),
                        "Content-Type",
                        response.headers().value(1),
                        "Content-Length",
                        response.headers().value(2),
                        "Server",
                        "origin",
                        "Cache-Control",
                        "max-age=60",
                        "Via",
                        "1.1 hopscope"));
        events.accept(new ExchangeEvent.ResponseReturned(
                id,
                at + 7000,
                returned,
                List.of(HeaderChange.added(
                        Direction.RESPONSE,
                        HeaderChange.Part.HEADERS,
                        "Via",
                        "1.1 hopscope",
                        5,
                        new ChangeReason.ViaAdded()))));
        return id;
    }

    public void end(ExchangeId id, int bodyOctets) {
        long kept = bodies.write(id, Direction.RESPONSE, ByteBuffer.wrap(octets(id, bodyOctets)));
        long at = System.nanoTime();
        events.accept(new ExchangeEvent.ResponseEnded(
                id,
                at,
                new BodyRef(id, Direction.RESPONSE, bodyOctets, kept),
                Headers.EMPTY,
                Headers.EMPTY,
                List.of()));
        events.accept(new ExchangeEvent.Completed(id, at + 1000));
    }

    /** The octets {@link #plain} writes: known from the id alone. */
    public static byte[] octets(ExchangeId id, int length) {
        byte[] octets = new byte[length];
        long state = id.value() * 0x9E3779B97F4A7C15L;
        for (int i = 0; i < length; i++) {
            octets[i] = (byte) (state >>> 8 * (i & 7));
        }
        return octets;
    }

    /** Sixty characters. */
    public static String path(ExchangeId id) {
        String number = Long.toString(1_000_000_000 + id.value());
        return "/" + "path/".repeat(9) + "1234" + number;
    }

    private static final ConnectionInfo CLIENT = new ConnectionInfo(
            1,
            new Endpoint("127.0.0.1", 8888),
            new Endpoint("127.0.0.1", 50000),
            Instant.ofEpochSecond(1_700_000_000, 123_456_789),
            null,
            null,
            null);
    private static final ConnectionInfo ORIGIN = new ConnectionInfo(
            2,
            new Endpoint("10.0.0.1", 40000),
            new Endpoint("10.0.0.2", 80),
            Instant.ofEpochSecond(1_700_000_001),
            null,
            null,
            null);

    // ---- anything

    private ExchangeId http(boolean mayStop) {
        ExchangeId id = events.nextId();
        long at = System.nanoTime();
        HttpVersion version = pick(HttpVersion.values());
        Origin origin = new Origin(
                random.nextBoolean() ? "http" : "https",
                new Endpoint(text(1 + random.nextInt(10)), random.nextInt(65536)));
        RequestHead received = new RequestHead(pick("GET", "POST", "get", "X"), target(), version, headers());
        events.accept(new ExchangeEvent.RequestReceived(
                id, at, started(), use(), parent(id), source(id), origin, received, at + random.nextInt(10000)));
        if (mayStop && random.nextInt(10) == 0) {
            return id;
        }
        if (random.nextInt(3) == 0) {
            events.accept(new ExchangeEvent.ClientIdentified(id, at + 5, connection()));
        }
        events.accept(new ExchangeEvent.OriginConnected(
                id, at + 10, use(), new DialTimings(at - 9, at - 8, at - 7, at - 6, 0, 0, at - 5, at - 4)));
        RequestHead forwarded =
                new RequestHead(received.method(), target(), HttpVersion.HTTP_1_1, altered(received.headers()));
        events.accept(new ExchangeEvent.RequestForwarded(
                id,
                at + 20,
                forwarded,
                changes(
                        Direction.REQUEST,
                        received.headers(),
                        forwarded.headers(),
                        received.target(),
                        forwarded.target())));
        BodyRef request = body(id, Direction.REQUEST);
        events.accept(new ExchangeEvent.RequestEnded(id, at + 30, request, trailers(), trailers(), List.of()));
        for (int i = random.nextInt(3); i > 0; i--) {
            events.accept(new ExchangeEvent.InterimResponse(
                    id, at + 40, new ResponseHead(version, 100 + random.nextInt(4), text(5), headers())));
        }
        return respond(id, at, mayStop);
    }

    private ExchangeId respond(ExchangeId id, long at, boolean mayStop) {
        if (mayStop && random.nextInt(10) == 0) {
            return id;
        }
        ResponseHead response =
                new ResponseHead(HttpVersion.HTTP_1_1, 200 + random.nextInt(800), text(random.nextInt(20)), headers());
        if (random.nextInt(5) > 0) {
            events.accept(new ExchangeEvent.ResponseReceived(id, at + 60, response, at + 50));
        }
        ResponseHead returned = new ResponseHead(
                HttpVersion.HTTP_1_1, response.status(), response.reason(), altered(response.headers()));
        events.accept(new ExchangeEvent.ResponseReturned(
                id, at + 70, returned, changes(Direction.RESPONSE, response.headers(), returned.headers(), "a", "b")));
        if (random.nextInt(8) == 0) {
            events.accept(new ExchangeEvent.Upgraded(id, at + 80, text(9)));
            events.accept(
                    new ExchangeEvent.BytesPassed(id, at + 81, random.nextLong(1L << 40), random.nextLong(1L << 40)));
        }
        BodyRef body = body(id, Direction.RESPONSE);
        if (random.nextInt(6) == 0) {
            events.accept(new ExchangeEvent.Failed(id, at + 90, failure(), null, body));
        } else {
            events.accept(new ExchangeEvent.ResponseEnded(id, at + 90, body, trailers(), trailers(), List.of()));
            events.accept(new ExchangeEvent.Completed(id, at + 100));
        }
        return id;
    }

    private ExchangeId tunnel() {
        ExchangeId id = events.nextId();
        long at = System.nanoTime();
        Endpoint target = new Endpoint(text(4), 443);
        RequestHead head = new RequestHead("CONNECT", target.host() + ":443", HttpVersion.HTTP_1_1, headers());
        events.accept(new ExchangeEvent.TunnelRequested(id, at, started(), use(), parent(id), target, head));
        events.accept(new ExchangeEvent.ResponseReturned(
                id, at + 5, new ResponseHead(HttpVersion.HTTP_1_1, 200, "", headers()), List.of()));
        if (random.nextBoolean()) {
            PassReason passed = random.nextBoolean()
                    ? null
                    : new PassReason(pick(PassReason.Code.values()), text(random.nextInt(5)));
            events.accept(new ExchangeEvent.TunnelDecided(id, at + 10, random.nextBoolean() ? null : text(8), passed));
        }
        events.accept(new ExchangeEvent.BytesPassed(id, at + 20, random.nextLong(1L << 50), random.nextInt() >>> 1));
        if (random.nextBoolean()) {
            events.accept(
                    random.nextBoolean()
                            ? new ExchangeEvent.Completed(id, at + 30)
                            : new ExchangeEvent.Failed(id, at + 30, failure(), null, null));
        }
        return id;
    }

    private ExchangeId handshake() {
        ExchangeId id = events.nextId();
        events.accept(new ExchangeEvent.HandshakeRefused(
                id,
                System.nanoTime(),
                started(),
                use(),
                parent(id),
                new Endpoint(text(4), 443),
                random.nextBoolean() ? null : text(6),
                failure()));
        return id;
    }

    private ExchangeId unreadable() {
        ExchangeId id = events.nextId();
        StringBuilder beginning = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            beginning.append((char) random.nextInt(256));
        }
        Origin origin = random.nextBoolean() ? null : new Origin("https", "h", 443);
        events.accept(new ExchangeEvent.RequestUnreadable(
                id, System.nanoTime(), started(), use(), parent(id), origin, beginning.toString()));
        events.accept(new ExchangeEvent.ResponseReturned(
                id,
                System.nanoTime(),
                new ResponseHead(HttpVersion.HTTP_1_1, 400, "Bad Request", headers()),
                List.of()));
        events.accept(new ExchangeEvent.Failed(id, System.nanoTime(), failure(), null, null));
        return id;
    }

    private Instant started() {
        return Instant.ofEpochSecond(random.nextLong(4_000_000_000L), random.nextInt(1_000_000_000));
    }

    private ExchangeId parent(ExchangeId id) {
        return random.nextBoolean() ? null : new ExchangeId(1 + random.nextLong(id.value()));
    }

    private Source source(ExchangeId id) {
        return switch (random.nextInt(6)) {
            case 4 -> new Source.Sent(null);
            case 3 -> new Source.Sent(new ExchangeId(1 + random.nextLong(id.value())));
            case 0 -> new Source.Replayed(new ExchangeId(1 + random.nextLong(id.value())));
            case 2 -> new Source.Validated(new ExchangeId(1 + random.nextLong(id.value())));
            case 1 -> new Source.Imported(text(7));
            default -> Source.CAPTURED;
        };
    }

    private ConnectionUse use() {
        return new ConnectionUse(connection(), 1 + random.nextInt(5));
    }

    private ConnectionInfo connection() {
        TlsInfo tls = random.nextBoolean()
                ? null
                : new TlsInfo("TLSv1.3", "TLS_AES_128_GCM_SHA256", pick("h2", null), pick("a.example", null), chain());
        ClientProcess process = random.nextBoolean() ? null : new ClientProcess(text(5), random.nextInt(99999));
        Endpoint via = random.nextBoolean() ? null : new Endpoint("proxy", 3128);
        return new ConnectionInfo(
                1 + random.nextInt(20),
                new Endpoint("::1", 1),
                new Endpoint(text(3), random.nextInt(65536)),
                started(),
                tls,
                process,
                via);
    }

    private Certificates chain() {
        List<byte[]> chain = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            byte[] der = new byte[20];
            new Random(random.nextInt(5)).nextBytes(der);
            chain.add(der);
        }
        return Certificates.ofDer(chain);
    }

    private String target() {
        return switch (random.nextInt(5)) {
            case 0 -> "*";
            case 1 -> "http://h.example:81/" + text(9);
            case 2 -> "/" + "long".repeat(200);
            case 3 -> "/with space and \u4f60";
            default -> "/" + text(12);
        };
    }

    private Headers headers() {
        Headers.Builder builder = Headers.builder();
        for (int i = random.nextInt(8); i > 0; i--) {
            builder.add(pick("A", "a", "Content-Type", "X-" + random.nextInt(9), ":path"), value());
        }
        return builder.build();
    }

    private Headers trailers() {
        return random.nextInt(3) == 0 ? headers() : Headers.EMPTY;
    }

    private String value() {
        return switch (random.nextInt(12)) {
            case 0 -> "";
            case 1 -> "=1-2";
            case 2 -> ": \t\\t\u0000";
            case 3 -> "line\nbreak";
            case 4 -> "\u4f60\u597d";
            case 5 -> "\u00ff\u00e9\r";
            default -> text(random.nextInt(40));
        };
    }

    /** Some lines left out, some added, some as they were. */
    private Headers altered(Headers headers) {
        Headers.Builder builder = Headers.builder();
        for (int i = 0; i < headers.size(); i++) {
            switch (random.nextInt(6)) {
                case 0 -> {}
                case 1 -> builder.add("Added", value()).add(headers.name(i), headers.value(i));
                case 2 -> builder.add(headers.name(i), value());
                default -> builder.add(headers.name(i), headers.value(i));
            }
        }
        return builder.build();
    }

    private List<HeaderChange> changes(
            Direction leg, Headers before, Headers after, String targetBefore, String targetAfter) {
        List<HeaderChange> changes = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            HeaderChange.Part part = pick(HeaderChange.Part.HEADERS, HeaderChange.Part.TRAILERS);
            switch (random.nextInt(5)) {
                case 0 -> changes.add(HeaderChange.startLine(leg, ":target", targetBefore, targetAfter, reason()));
                case 1 -> changes.add(HeaderChange.startLine(leg, ":odd\t", value(), value(), reason()));
                case 2 -> {
                    int at = random.nextInt(10);
                    boolean there = at < after.size() && random.nextBoolean();
                    changes.add(HeaderChange.added(
                            leg,
                            part,
                            there ? after.name(at) : text(3),
                            there ? after.value(at) : value(),
                            at,
                            reason()));
                }
                case 3 -> {
                    int at = random.nextInt(10);
                    boolean there = at < before.size() && random.nextBoolean();
                    changes.add(HeaderChange.removed(
                            leg,
                            part,
                            there ? before.name(at) : text(3),
                            there ? before.value(at) : value(),
                            at,
                            reason()));
                }
                default ->
                    changes.add(new HeaderChange(
                            leg,
                            pick(HeaderChange.Part.values()),
                            pick(HeaderChange.Kind.values()),
                            text(4),
                            pick(value(), null),
                            pick(value(), null),
                            random.nextInt(9) - 1,
                            random.nextInt(9) - 1,
                            reason()));
            }
        }
        return changes;
    }

    private ChangeReason reason() {
        return pick(
                new ChangeReason.HopByHop(null),
                new ChangeReason.HopByHop(text(4)),
                new ChangeReason.OwnConnection(),
                new ChangeReason.ViaAdded(),
                new ChangeReason.TargetForm(),
                new ChangeReason.HostFromTarget(),
                new ChangeReason.ProxyConnection(),
                new ChangeReason.CredentialsConsumed(),
                new ChangeReason.UpstreamCredentials(),
                new ChangeReason.Framing(value()),
                new ChangeReason.VersionOfHop(),
                new ChangeReason.EncodingNarrowed(value()),
                new ChangeReason.Sanitised(value(), value()),
                new ChangeReason.LocalAlias(),
                new ChangeReason.Http2Mapping(value()),
                new ChangeReason.Cache(value(), ""),
                new ChangeReason.Rule(value()),
                new ChangeReason.ReplayEdit());
    }

    private BodyRef body(ExchangeId id, Direction direction) {
        if (random.nextInt(3) == 0) {
            return null;
        }
        long length = 0;
        long kept = 0;
        for (int i = random.nextInt(4); i > 0; i--) {
            byte[] octets = new byte[1 + random.nextInt(random.nextInt(20) == 0 ? 200_000 : 3000)];
            random.nextBytes(octets);
            length += octets.length;
            kept = bodies.write(id, direction, ByteBuffer.wrap(octets));
        }
        return new BodyRef(id, direction, length, kept);
    }

    private Failure failure() {
        return new Failure(pick(Phase.values()), text(5), text(30));
    }

    private String text(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }

    @SafeVarargs
    private <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
