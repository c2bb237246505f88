package dev.hopscope.proxy.protocol.http1;

import dev.hopscope.exchange.ConnectionUse;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.Failure;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.Origin;
import dev.hopscope.exchange.Phase;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.exchange.Source;
import dev.hopscope.proxy.ProxyLimits;
import dev.hopscope.proxy.cache.CacheUse;
import dev.hopscope.proxy.cache.CacheVerdict;
import dev.hopscope.proxy.protocol.Engine;
import dev.hopscope.proxy.tap.ExchangeTap;
import dev.hopscope.proxy.upstream.Route;
import dev.hopscope.proxy.upstream.UpstreamConnection;
import dev.hopscope.proxy.upstream.UpstreamException;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An exchange of Hopscope's own: asks the origin whether a stored response is still current, after a client was answered with it (RFC 5861 §3). On the event
 * loop of that client's connection, which it outlives. Gives nothing to a client.
 */
final class Validation extends ChannelInboundHandlerAdapter {
    private final Engine engine;
    private final EventLoop loop;
    private final ConnectionUse client;
    private final CacheUse use;
    private final Origin from;
    private final Route route;
    private final RequestHead asked;
    private final ForwardedRequest question;
    private final @Nullable ExchangeId answered;
    private final ProxyLimits limits;
    private final ExchangeTap tap;
    private final HeadReader reader = new HeadReader(HeadReader.Kind.RESPONSE);
    private final ContentReader content = new ContentReader();
    private final Arriving arriving = new Arriving();
    private @Nullable UpstreamConnection up;
    private @Nullable ScheduledFuture<?> deadline;
    private @Nullable ResponseHead response;
    private long firstByteAt;
    private boolean persists;
    private boolean over;

    Validation(
            ClientConnection client,
            CacheUse use,
            Origin from,
            Route route,
            RequestHead asked,
            ForwardedRequest question,
            @Nullable ExchangeId answered) {
        this.engine = client.engine();
        this.loop = client.channel().eventLoop();
        this.client = client.use();
        this.use = use;
        this.from = from;
        this.route = route;
        this.asked = asked;
        this.question = question;
        this.answered = answered;
        this.limits = engine.options().get().limits();
        this.tap = ExchangeTap.begin(engine.events(), engine.bodies());
    }

    void begin() {
        long now = System.nanoTime();
        Source source = answered == null ? Source.CAPTURED : new Source.Validated(answered);
        tap.requestBegun(now, Instant.now(), client, null, source, from, asked, now);
        deadline = loop.schedule(this::late, limits.responseTimeout().toMillis(), TimeUnit.MILLISECONDS);
        engine.upstream().connect(route, loop, false).addListener((Future<UpstreamConnection> f) -> connected(f));
    }

    private void connected(Future<UpstreamConnection> given) {
        if (!given.isSuccess()) {
            fail(UpstreamException.failureOf(given.cause()));
            return;
        }
        UpstreamConnection connection = given.getNow();
        if (over) {
            connection.release();
            return;
        }
        up = connection;
        Channel channel = connection.channel();
        tap.originConnected(connection.use(), connection.dial());
        channel.pipeline().addLast(this);
        if (!channel.isActive()) {
            gone();
            return;
        }
        use.forwarded(Instant.now());
        channel.writeAndFlush(HeadWriter.request(channel.alloc(), question.head(), 0), channel.voidPromise());
        tap.requestForwarded(question.head(), question.changes());
        tap.requestEnded(Headers.EMPTY, Headers.EMPTY, List.of());
        if (!channel.config().isAutoRead()) {
            channel.config().setAutoRead(true);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf in = (ByteBuf) message;
        try {
            if (firstByteAt == 0) {
                firstByteAt = System.nanoTime();
            }
            while (in.isReadable() && !over) {
                if (response == null) {
                    if (!reader.read(in, limits)) {
                        return;
                    }
                    head(in);
                } else if (content.read(in, arriving, limits)) {
                    end(in.isReadable());
                }
            }
        } catch (Refusal refusal) {
            fail(new Failure(Phase.RESPONSE, refusal.code(), "the origin's answer is not stored: " + refusal.detail()));
        } finally {
            in.release();
        }
        heedRecording(ctx.channel());
    }

    /** Reads no faster than is recorded. */
    private void heedRecording(Channel channel) {
        if (!over && engine.bodies().full()) {
            channel.config().setAutoRead(false);
            engine.bodies()
                    .whenDrained(() -> loop.execute(() -> channel.config().setAutoRead(true)));
        }
    }

    private void head(ByteBuf in) throws Refusal {
        ResponseHead head = reader.responseHead();
        Framing framing =
                Framing.ofResponse(head, reader.codes(), asked.method().equals("HEAD"));
        if (head.status() == 101) {
            throw Refusal.bad("unasked-upgrade", "it switches protocols without having been asked to");
        }
        if (head.status() < 200) {
            tap.interim(head);
            reader.reset();
            return;
        }
        ConnectionOptions options = ConnectionOptions.of(head.headers(), reader.codes());
        persists = framing.kind() != Framing.Kind.UNTIL_CLOSE
                && !options.close()
                && (head.version() == HttpVersion.HTTP_1_1 || options.keepAlive());
        response = head;
        tap.responseReceived(head, firstByteAt);
        CacheVerdict verdict = use.response(head, framing.kind() != Framing.Kind.UNTIL_CLOSE, Instant.now());
        if (!(verdict instanceof CacheVerdict.Pass)) {
            persists = persists && framing.kind() == Framing.Kind.NONE;
            end(in.isReadable());
            return;
        }
        content.begin(framing);
        if (framing.kind() == Framing.Kind.NONE) {
            end(in.isReadable());
        }
    }

    /** The content of a new response, on its way to the cache. */
    private final class Arriving implements ContentReader.Receiver {
        @Override
        public void content(ByteBuf in, int index, int length) {
            tap.responseBytes(in, index, length);
            use.content(in, index, length);
        }

        @Override
        public void pass(ByteBuf in, int index, int length) {
            // nobody waits for it
        }

        @Override
        public void chunk(int size) {
            // nobody waits for it
        }

        @Override
        public void trailers(Headers received, byte[] codes) {
            // trailers are not stored
        }
    }

    private void end(boolean more) {
        finish(persists && !more);
        use.complete();
        tap.responseEnded(Headers.EMPTY, Headers.EMPTY, List.of());
        tap.completed();
    }

    private void late() {
        fail(new Failure(
                Phase.WAIT,
                "response-timeout",
                "no answer came within " + limits.responseTimeout().toSeconds() + " s of the request"));
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        gone();
        ctx.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        gone();
    }

    private void gone() {
        fail(new Failure(
                response == null ? Phase.WAIT : Phase.RESPONSE,
                "connection-closed",
                "the origin closed the connection"));
    }

    private void fail(Failure failure) {
        if (!over) {
            finish(false);
            use.abort();
            tap.failed(failure);
        }
    }

    private void finish(boolean usable) {
        over = true;
        if (deadline != null) {
            deadline.cancel(false);
        }
        UpstreamConnection connection = up;
        up = null;
        if (connection == null) {
            return;
        }
        Channel channel = connection.channel();
        if (channel.pipeline().context(this) != null) {
            channel.pipeline().remove(this);
        }
        if (usable && channel.isActive()) {
            connection.release();
        } else {
            connection.discard();
        }
    }
}
