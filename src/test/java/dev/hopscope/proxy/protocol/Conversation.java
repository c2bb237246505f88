package dev.hopscope.proxy.protocol;

import dev.hopscope.exchange.ConnectionInfo;
import dev.hopscope.exchange.ConnectionUse;
import dev.hopscope.exchange.DialTimings;
import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.Failure;
import dev.hopscope.exchange.PassReason;
import dev.hopscope.proxy.PlainPages;
import dev.hopscope.proxy.ProxyOptions;
import dev.hopscope.proxy.RecordedSession;
import dev.hopscope.proxy.upstream.Route;
import dev.hopscope.proxy.upstream.Upstream;
import dev.hopscope.proxy.upstream.UpstreamConnection;
import dev.hopscope.proxy.upstream.UpstreamException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One client connection of the proxy without sockets: the test plays the client and every origin, octet by octet, and sees at the end whether a buffer is still
 * in use. One thread.
 */
public final class Conversation implements AutoCloseable {
    private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(false);
    private final RecordedSession session = new RecordedSession();
    private final EmbeddedChannel client = new EmbeddedChannel();
    private final List<Line> lines = new ArrayList<>();
    private final Deque<Line> idle = new ArrayDeque<>();
    private final Deque<Promise<UpstreamConnection>> dialling = new ArrayDeque<>();
    private final StringBuilder toClient = new StringBuilder();
    private ProxyOptions options = ProxyOptions.DEFAULT;
    private @Nullable Failure failure;
    private @Nullable PassReason passing;
    private boolean slow;

    public Conversation() {
        client.config().setAllocator(allocator);
    }

    /** Begins: the client is connected. */
    public Conversation begin() {
        Self self = new Self(new Endpoint("127.0.0.1", 8888), Set.of("127.0.0.1", "localhost"), "token0");
        Engine engine = new Engine(
                () -> options,
                session,
                session,
                new Origins(),
                (host, alpn, buffers, loop) -> loop.newFailedFuture(new IllegalStateException("no TLS here")),
                (target, sni) -> passing,
                new PlainPages(),
                () -> self);
        ConnectionInfo info = new ConnectionInfo(
                session.nextConnectionId(),
                new Endpoint("127.0.0.1", 8888),
                new Endpoint("127.0.0.1", 50000),
                Instant.now(),
                null,
                null,
                null);
        client.pipeline()
                .addLast(new ProtocolDetector(
                        new ConnectionContext(engine, info, null, null, false, new ExchangeCounter())));
        return this;
    }

    public Conversation options(ProxyOptions with) {
        options = with;
        return this;
    }

    /** Tunnels are passed for this reason; null to open them. */
    public Conversation passing(@Nullable PassReason reason) {
        passing = reason;
        return this;
    }

    /** Dialling fails. */
    public Conversation unreachable(Failure why) {
        failure = why;
        return this;
    }

    /** Dialling waits for {@link #dialled}. */
    public Conversation slowDial() {
        slow = true;
        return this;
    }

    /** Lets the oldest waiting dial succeed. */
    public void dialled() {
        Promise<UpstreamConnection> promise = dialling.remove();
        promise.setSuccess(newLine(new Route(Route.Purpose.HTTP, new Endpoint("x", 1), null, null, false)));
        client.runPendingTasks();
        settle();
    }

    public RecordedSession session() {
        return session;
    }

    public EmbeddedChannel channel() {
        return client;
    }

    /** The client sends this in one piece. */
    public Conversation send(String octets) {
        if (client.isOpen()) {
            client.writeInbound(allocator.buffer().writeBytes(octets.getBytes(StandardCharsets.ISO_8859_1)));
            settle();
        }
        return this;
    }

    /** The client ends its direction. */
    public Conversation shutOutput() {
        client.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        settle();
        return this;
    }

    /** The client is gone. */
    public Conversation clientCloses() {
        client.close();
        settle();
        return this;
    }

    /** All the client got so far. */
    public String got() {
        settle();
        return toClient.toString();
    }

    public boolean clientOpen() {
        settle();
        return client.isOpen();
    }

    /** The nth connection to an origin, from 1. */
    public Line origin(int nth) {
        settle();
        if (lines.size() < nth) {
            throw new AssertionError("only " + lines.size() + " origin connections; the client got " + toClient);
        }
        return lines.get(nth - 1);
    }

    public int origins() {
        settle();
        return lines.size();
    }

    private void settle() {
        client.runPendingTasks();
        for (Line line : List.copyOf(lines)) {
            line.channel.runPendingTasks();
            drain(line.channel, line.got);
        }
        drain(client, toClient);
        client.runPendingTasks();
    }

    private static void drain(EmbeddedChannel from, StringBuilder to) {
        for (Object message = from.readOutbound(); message != null; message = from.readOutbound()) {
            ByteBuf octets = (ByteBuf) message;
            to.append(octets.toString(StandardCharsets.ISO_8859_1));
            octets.release();
        }
    }

    /** Octets of memory that are still in use; 0 once all is closed. */
    public long memoryInUse() {
        return allocator.metric().usedHeapMemory() + allocator.metric().usedDirectMemory();
    }

    @Override
    public void close() {
        client.close();
        lines.forEach(l -> l.channel.close());
        settle();
        client.finishAndReleaseAll();
        lines.forEach(l -> l.channel.finishAndReleaseAll());
    }

    private Line newLine(Route route) {
        Line line = new Line(route);
        lines.add(line);
        return line;
    }

    /** The dialler: connections the test plays. */
    private final class Origins implements Upstream {
        @Override
        public Future<UpstreamConnection> connect(Route route, EventLoop loop, boolean fresh) {
            if (failure != null) {
                return loop.newFailedFuture(new UpstreamException(failure));
            }
            Line kept = fresh ? null : idle.poll();
            if (kept != null) {
                kept.uses++;
                return loop.newSucceededFuture(kept);
            }
            if (slow) {
                Promise<UpstreamConnection> promise = loop.newPromise();
                dialling.add(promise);
                return promise;
            }
            return loop.newSucceededFuture(newLine(route));
        }

        @Override
        public void closeIdle() {
            idle.clear();
        }
    }

    /** One connection to an origin. */
    public final class Line implements UpstreamConnection {
        private final EmbeddedChannel channel = new EmbeddedChannel();
        private final Route route;
        private final StringBuilder got = new StringBuilder();
        private final ConnectionInfo info;
        private int uses = 1;
        private boolean released;
        private boolean discarded;

        Line(Route route) {
            this.route = route;
            channel.config().setAllocator(allocator);
            info = new ConnectionInfo(
                    session.nextConnectionId(),
                    new Endpoint("127.0.0.1", 50001),
                    route.target(),
                    Instant.now(),
                    null,
                    null,
                    null);
        }

        /** The origin sends this in one piece. */
        public Line send(String octets) {
            if (channel.isOpen()) {
                channel.writeInbound(allocator.buffer().writeBytes(octets.getBytes(StandardCharsets.ISO_8859_1)));
                settle();
            }
            return this;
        }

        /** The origin ends its direction where that does not end the connection. */
        public Line shutOutput() {
            channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
            settle();
            return this;
        }

        public Line closes() {
            channel.close();
            settle();
            return this;
        }

        public Line resets() {
            channel.pipeline().fireExceptionCaught(new java.io.IOException("Connection reset by peer"));
            channel.close();
            settle();
            return this;
        }

        public String got() {
            settle();
            return got.toString();
        }

        public boolean released() {
            return released;
        }

        public boolean discarded() {
            return discarded;
        }

        @Override
        public Channel channel() {
            return channel;
        }

        @Override
        public Route route() {
            return route;
        }

        @Override
        public ConnectionUse use() {
            return new ConnectionUse(info, uses);
        }

        @Override
        public DialTimings dial() {
            return DialTimings.NONE;
        }

        @Override
        public void release() {
            released = true;
            idle.add(this);
        }

        @Override
        public void discard() {
            discarded = true;
            channel.close();
        }
    }
}
