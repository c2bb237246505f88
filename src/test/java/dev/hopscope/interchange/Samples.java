package dev.hopscope.interchange;

import dev.hopscope.exchange.Bodies;
import dev.hopscope.exchange.BodyRef;
import dev.hopscope.exchange.Certificates;
import dev.hopscope.exchange.ChangeReason;
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
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Exchanges and bodies for tests, made of the events an engine would send. */
public final class Samples implements Bodies {
    public static final Instant STARTED = Instant.parse("2026-11-24T10:00:00.123456Z");
    private static final long ZERO = 1_000_000_000L;
    public static final ConnectionUse CLIENT = new ConnectionUse(
            new ConnectionInfo(
                    1, new Endpoint("127.0.0.1", 8888), new Endpoint("127.0.0.1", 50000), STARTED, null, null, null),
            1);

    private final Map<String, byte[]> bodies = new HashMap<>();

    /** A body of this exchange; recorded whole. */
    public BodyRef body(long id, Direction direction, byte[] octets) {
        return body(id, direction, octets, octets.length);
    }

    /** A body of which {@code octets} were recorded. */
    public BodyRef body(long id, Direction direction, byte[] octets, long length) {
        bodies.put(id + " " + direction, octets);
        return new BodyRef(new ExchangeId(id), direction, length, octets.length);
    }

    @Override
    public SeekableByteChannel open(BodyRef ref) {
        return new Memory(bodies.get(ref.exchange().value() + " " + ref.direction()));
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A completed exchange: 1 ms DNS, 2 ms connect, 3 ms TLS, 1 ms send, 5 ms wait, 4 ms receive, 1 ms before all. */
    public static HttpExchange completed(
            long id,
            String method,
            String target,
            Headers request,
            Headers response,
            @Nullable BodyRef sent,
            @Nullable BodyRef got) {
        RequestHead received = new RequestHead(method, target, HttpVersion.HTTP_1_1, request);
        RequestHead forwarded = new RequestHead(method, ExchangeUrl.path(target), HttpVersion.HTTP_1_1, request);
        ResponseHead answer = new ResponseHead(HttpVersion.HTTP_1_1, 200, "OK", response);
        ConnectionUse origin = new ConnectionUse(
                new ConnectionInfo(
                        2,
                        new Endpoint("127.0.0.1", 50001),
                        new Endpoint("127.0.0.2", 443),
                        STARTED,
                        new TlsInfo("TLSv1.3", "TLS_AES_128_GCM_SHA256", "http/1.1", "a.test", Certificates.NONE),
                        null,
                        null),
                1);
        DialTimings dial = new DialTimings(at(1), at(2), at(2), at(4), 0, 0, at(4), at(7));
        ExchangeId key = new ExchangeId(id);
        List<HeaderChange> changes = List.of(HeaderChange.startLine(
                Direction.REQUEST, ":target", target, ExchangeUrl.path(target), new ChangeReason.TargetForm()));
        return (HttpExchange) started(id, received)
                .with(new ExchangeEvent.OriginConnected(key, at(7), origin, dial))
                .with(new ExchangeEvent.RequestForwarded(key, at(7), forwarded, changes))
                .with(new ExchangeEvent.RequestEnded(key, at(8), sent, Headers.EMPTY, Headers.EMPTY, List.of()))
                .with(new ExchangeEvent.ResponseReceived(key, at(13), answer, at(13)))
                .with(new ExchangeEvent.ResponseReturned(key, at(13), answer, List.of()))
                .with(new ExchangeEvent.ResponseEnded(key, at(17), got, Headers.EMPTY, Headers.EMPTY, List.of()))
                .with(new ExchangeEvent.Completed(key, at(17)));
    }

    public static Exchange started(long id, RequestHead head) {
        return Exchange.of(new ExchangeEvent.RequestReceived(
                new ExchangeId(id),
                at(0),
                STARTED,
                CLIENT,
                null,
                Source.CAPTURED,
                new Origin("https", "a.test", 443),
                head,
                at(0)));
    }

    /** One that failed before any response. */
    public static Exchange failed(long id) {
        ExchangeId key = new ExchangeId(id);
        Failure failure = new Failure(Phase.CONNECT, "connection-refused", "nothing listens at a.test:443");
        return started(id, new RequestHead("GET", "/", HttpVersion.HTTP_1_1, Headers.EMPTY))
                .with(new ExchangeEvent.Failed(key, at(2), failure, null, null));
    }

    public static Exchange tunnel(long id) {
        ExchangeId key = new ExchangeId(id);
        RequestHead head = new RequestHead("CONNECT", "a.test:443", HttpVersion.HTTP_1_1, Headers.EMPTY);
        return Exchange.of(new ExchangeEvent.TunnelRequested(
                        key, at(0), STARTED, CLIENT, null, new Endpoint("a.test", 443), head))
                .with(new ExchangeEvent.TunnelDecided(
                        key, at(1), "a.test", new PassReason(PassReason.Code.IGNORED_HOST, "a[.]test")))
                .with(new ExchangeEvent.BytesPassed(key, at(3), 10, 20))
                .with(new ExchangeEvent.Completed(key, at(3)));
    }

    public static Exchange handshake(long id) {
        Failure failure = new Failure(Phase.CLIENT_TLS, "unknown-ca", "the client does not trust the authority");
        return Exchange.of(new ExchangeEvent.HandshakeRefused(
                new ExchangeId(id), at(0), STARTED, CLIENT, null, new Endpoint("a.test", 443), "a.test", failure));
    }

    private static long at(long millis) {
        return ZERO + millis * 1_000_000;
    }

    /** Octets in memory as a channel. */
    private static final class Memory implements SeekableByteChannel {
        private final ByteBuffer octets;

        Memory(byte[] octets) {
            this.octets = ByteBuffer.wrap(octets);
        }

        @Override
        public int read(ByteBuffer target) {
            if (!octets.hasRemaining()) {
                return -1;
            }
            int n = Math.min(target.remaining(), octets.remaining());
            target.put(octets.slice(octets.position(), n));
            octets.position(octets.position() + n);
            return n;
        }

        @Override
        public int write(ByteBuffer source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long position() {
            return octets.position();
        }

        @Override
        public SeekableByteChannel position(long place) {
            octets.position((int) place);
            return this;
        }

        @Override
        public long size() {
            return octets.capacity();
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
