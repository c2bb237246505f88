package dev.hopscope.inspect.compare;

import dev.hopscope.exchange.Bodies;
import dev.hopscope.exchange.BodyRef;
import dev.hopscope.exchange.ConnectionInfo;
import dev.hopscope.exchange.ConnectionUse;
import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeEvent;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.Origin;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.exchange.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Exchanges to compare, made from what differs in them. */
public final class Pairs {
    private static final long T = 1_000_000_000L;
    private static final Map<BodyRef, byte[]> BYTES = new HashMap<>();
    private static long next = 1;

    private String method = "GET";
    private String target = "/";
    private final List<String> requestFields = new ArrayList<>(List.of("Host", "shop.example"));
    private byte @Nullable [] requestBody;
    private int status = 200;
    private final List<String> responseFields = new ArrayList<>();
    private byte @Nullable [] responseBody;
    private long millis = 50;

    public static Pairs get(String target) {
        Pairs pairs = new Pairs();
        pairs.target = target;
        return pairs;
    }

    public Pairs method(String name) {
        method = name;
        return this;
    }

    public Pairs asks(String... fields) {
        requestFields.addAll(List.of(fields));
        return this;
    }

    public Pairs sends(String type, String body) {
        requestFields.addAll(List.of("Content-Type", type));
        requestBody = body.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    public Pairs status(int code) {
        status = code;
        return this;
    }

    public Pairs answers(String... fields) {
        responseFields.addAll(List.of(fields));
        return this;
    }

    public Pairs gets(String type, String body) {
        return gets(type, body.getBytes(StandardCharsets.UTF_8));
    }

    public Pairs gets(String type, byte[] body) {
        responseFields.addAll(List.of("Content-Type", type));
        responseBody = body;
        return this;
    }

    public Pairs took(long newMillis) {
        millis = newMillis;
        return this;
    }

    public static Bodies bodies() {
        return ref -> {
            byte[] bytes = BYTES.get(ref);
            if (bytes == null) {
                throw new IOException("The session file is gone");
            }
            return channel(bytes);
        };
    }

    public Subject subject() {
        return new Subject(exchange(), bodies());
    }

    public Exchange exchange() {
        return exchange(Source.CAPTURED);
    }

    public synchronized Exchange exchange(Source source) {
        ExchangeId id = new ExchangeId(next++);
        RequestHead asked =
                new RequestHead(method, target, HttpVersion.HTTP_1_1, Headers.of(requestFields.toArray(String[]::new)));
        ResponseHead answered = new ResponseHead(
                HttpVersion.HTTP_1_1,
                status,
                status == 200 ? "OK" : "Other",
                Headers.of(responseFields.toArray(String[]::new)));
        ConnectionUse client = new ConnectionUse(
                new ConnectionInfo(
                        1,
                        new Endpoint("127.0.0.1", 8888),
                        new Endpoint("127.0.0.1", 50000),
                        Instant.parse("2026-11-23T20:41:07Z"),
                        null,
                        null,
                        null),
                1);
        Exchange x = Exchange.of(new ExchangeEvent.RequestReceived(
                id,
                T,
                Instant.parse("2026-11-23T20:41:07Z"),
                client,
                null,
                source,
                new Origin("http", "shop.example", 80),
                asked,
                T));
        x = x.with(new ExchangeEvent.RequestForwarded(id, T + 1_000_000, asked, List.of()));
        x = x.with(new ExchangeEvent.RequestEnded(
                id, T + 2_000_000, ref(id, Direction.REQUEST, requestBody), Headers.EMPTY, Headers.EMPTY, List.of()));
        x = x.with(new ExchangeEvent.ResponseReceived(id, T + millis * 500_000, answered, T + millis * 500_000));
        x = x.with(new ExchangeEvent.ResponseReturned(id, T + millis * 500_000, answered, List.of()));
        x = x.with(new ExchangeEvent.ResponseEnded(
                id,
                T + millis * 1_000_000,
                ref(id, Direction.RESPONSE, responseBody),
                Headers.EMPTY,
                Headers.EMPTY,
                List.of()));
        return x.with(new ExchangeEvent.Completed(id, T + millis * 1_000_000));
    }

    private static @Nullable BodyRef ref(ExchangeId id, Direction direction, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        BodyRef ref = new BodyRef(id, direction, bytes.length, bytes.length);
        BYTES.put(ref, bytes);
        return ref;
    }

    private static SeekableByteChannel channel(byte[] bytes) {
        return new SeekableByteChannel() {
            private long position;

            @Override
            public int read(ByteBuffer into) {
                if (position >= bytes.length) {
                    return -1;
                }
                int n = (int) Math.min(into.remaining(), bytes.length - position);
                into.put(bytes, (int) position, n);
                position += n;
                return n;
            }

            @Override
            public int write(ByteBuffer from) {
                throw new UnsupportedOperationException();
            }

            @Override
            public long position() {
                return position;
            }

            @Override
            public SeekableByteChannel position(long newPosition) {
                position = newPosition;
                return this;
            }

            @Override
            public long size() {
                return bytes.length;
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
        };
    }
}
