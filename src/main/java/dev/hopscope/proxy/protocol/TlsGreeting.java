package dev.hopscope.proxy.protocol;

import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.Failure;
import dev.hopscope.exchange.PassReason;
import dev.hopscope.proxy.tls.ClientFailures;
import dev.hopscope.proxy.tls.ClientHello;
import dev.hopscope.proxy.tls.PlainAlert;
import dev.hopscope.proxy.upstream.Route;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the whole greeting of a client, has the certificate for its name made, and puts TLS and {@link TlsOpened} in its own place. On the connection's
 * loop. Does not shake hands.
 *
 * <p>The policy was asked when the tunnel began; where the name came too late for that, it is asked again here.
 */
final class TlsGreeting extends ChannelInboundHandlerAdapter {
    private static final List<String> ALPN = List.of("http/1.1");

    private ConnectionContext context;
    private final Endpoint target;
    private @Nullable ByteBuf held;
    private @Nullable ScheduledFuture<?> deadline;
    private boolean asked;
    private boolean ended;

    TlsGreeting(ConnectionContext context) {
        Endpoint known = context.target();
        if (known == null) {
            throw new IllegalArgumentException("not inside a tunnel");
        }
        this.context = context;
        this.target = known;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        long limit = context.engine().options().get().limits().tlsTimeout().toMillis();
        deadline = ctx.executor()
                .schedule(() -> giveUp(ctx, ClientFailures.unfinished(target.host())), limit, TimeUnit.MILLISECONDS);
    }

    private void giveUp(ChannelHandlerContext ctx, Failure failure) {
        if (!asked && !ctx.isRemoved()) {
            asked = true;
            new TlsOpened(context, target, target.host(), null).refused(failure);
            ctx.close();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf in = (ByteBuf) message;
        ByteBuf before = held;
        if (before == null) {
            held = in;
        } else {
            held = ctx.alloc()
                    .buffer(before.readableBytes() + in.readableBytes())
                    .writeBytes(before)
                    .writeBytes(in);
            before.release();
            in.release();
        }
        if (!asked) {
            look(ctx, held);
        }
    }

    private void look(ChannelHandlerContext ctx, ByteBuf bytes) {
        switch (ClientHello.read(bytes)) {
            case ClientHello.Reading.More m -> {}
            // the handshake finds the fault, and answers it
            case ClientHello.Reading.None n -> open(ctx, null);
            case ClientHello.Reading.Whole w -> {
                PassReason reason =
                        context.engine().interception().passes(target, w.hello().sni());
                if (reason == null) {
                    reason = offersNoneOf(ALPN, w.hello());
                }
                if (reason == null) {
                    open(ctx, w.hello());
                } else {
                    pass(ctx, w.hello(), reason);
                }
            }
        }
    }

    /** A client that speaks HTTP/2 alone, as gRPC does, would only be turned away: it gets through as it is. */
    private static @Nullable PassReason offersNoneOf(List<String> opened, ClientHello hello) {
        return hello.alpn().isEmpty() || hello.alpn().stream().anyMatch(opened::contains)
                ? null
                : new PassReason(PassReason.Code.OTHER_PROTOCOL_OFFERED, String.join(", ", hello.alpn()));
    }

    private void pass(ChannelHandlerContext ctx, ClientHello hello, PassReason reason) {
        asked = true;
        TunnelMeter meter = ctx.pipeline().get(TunnelMeter.class);
        if (meter == null) {
            throw new IllegalStateException("TLS without a CONNECT");
        }
        meter.sni(hello.sni());
        meter.passed(reason);
        Route route = TunnelRoutes.route(context, context.engine().options().get(), Route.Purpose.TUNNEL);
        ctx.pipeline().addLast(new TunnelRelay(context, meter.tap(), route, null));
        stepAside(ctx);
    }

    private void open(ChannelHandlerContext ctx, @Nullable ClientHello hello) {
        asked = true;
        String host = hello == null || hello.sni() == null ? target.host() : hello.sni();
        Future<SslHandler> made = context.engine()
                .leaves()
                .handlerFor(host, ALPN, ctx.alloc(), ctx.channel().eventLoop());
        made.addListener(f -> {
            if (!made.isSuccess()) {
                new TlsOpened(context, target, host, hello).refused(ClientFailures.unnameable(host));
                ctx.close();
            } else if (ctx.isRemoved()) {
                ReferenceCountUtil.release(made.getNow().engine());
            } else {
                shake(ctx, made.getNow(), new TlsOpened(context, target, host, hello));
            }
        });
    }

    private void shake(ChannelHandlerContext ctx, SslHandler handler, TlsOpened opened) {
        PlainAlert plain = new PlainAlert();
        handler.setHandshakeTimeoutMillis(
                context.engine().options().get().limits().tlsTimeout().toMillis());
        handler.handshakeFuture().addListener(f -> opened.shaken(handler, plain, f.cause()));
        ctx.pipeline().addLast(plain, handler, opened);
        stepAside(ctx);
    }

    private void stepAside(ChannelHandlerContext ctx) {
        ByteBuf bytes = held;
        held = null;
        if (bytes != null) {
            ctx.fireChannelRead(bytes);
            ctx.fireChannelReadComplete();
        }
        if (ended) {
            ctx.fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        }
        if (!ctx.isRemoved()) {
            ctx.pipeline().remove(this);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ClientFound found) {
            context = context.withClient(found.client());
        }
        if (event instanceof ChannelInputShutdownEvent) {
            ended = true;
            giveUp(ctx, ClientFailures.closed(target.host()));
            return;
        }
        ctx.fireUserEventTriggered(event);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        if (deadline != null) {
            deadline.cancel(false);
        }
        if (held != null) {
            held.release();
            held = null;
        }
    }
}
