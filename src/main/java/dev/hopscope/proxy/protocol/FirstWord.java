package dev.hopscope.proxy.protocol;

import dev.hopscope.exchange.Failure;
import dev.hopscope.exchange.PassReason;
import dev.hopscope.exchange.Phase;
import dev.hopscope.proxy.ProxyLimits;
import dev.hopscope.proxy.upstream.Route;
import dev.hopscope.proxy.upstream.UpstreamConnection;
import dev.hopscope.proxy.upstream.UpstreamException;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A tunnel whose client stayed silent: connects to the other end and lets the first word decide. The origin's makes it a relay; the client's, however late,
 * sends the octets back to a detector, and that connection is dropped. On the client connection's event loop. Sends nothing itself.
 */
final class FirstWord extends ChannelInboundHandlerAdapter {
    private final ConnectionContext context;
    private @Nullable UpstreamConnection silent;
    private @Nullable Failure failure;
    private @Nullable ScheduledFuture<?> deadline;
    private boolean over;

    FirstWord(ConnectionContext context) {
        this.context = context;
    }

    private ProxyLimits limits() {
        return context.engine().options().get().limits();
    }

    private Route route() {
        Route.Purpose purpose = context.secure() ? Route.Purpose.HTTPS : Route.Purpose.TUNNEL;
        return TunnelRoutes.route(context, context.engine().options().get(), purpose);
    }

    private static TunnelMeter meter(ChannelHandlerContext ctx) {
        TunnelMeter meter = ctx.pipeline().get(TunnelMeter.class);
        if (meter == null) {
            throw new IllegalStateException("a silent tunnel without a CONNECT");
        }
        return meter;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        ctx.channel().config().setAutoRead(true);
        giveUpAfter(ctx, limits().tunnelIdleTimeout());
        Future<UpstreamConnection> asked =
                context.engine().upstream().connect(route(), ctx.channel().eventLoop(), true);
        asked.addListener(f -> {
            if (over) {
                if (asked.isSuccess()) {
                    asked.getNow().discard();
                }
            } else if (asked.isSuccess()) {
                listen(ctx, asked.getNow());
            } else {
                // the client may yet say something that can be answered with this failure
                failure = UpstreamException.failureOf(asked.cause());
                giveUpAfter(ctx, limits().tlsTimeout());
            }
        });
    }

    private void giveUpAfter(ChannelHandlerContext ctx, Duration time) {
        if (deadline != null) {
            deadline.cancel(false);
        }
        deadline = ctx.executor().schedule(() -> giveUp(ctx), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void giveUp(ChannelHandlerContext ctx) {
        if (over) {
            return;
        }
        over = true;
        Failure known = failure;
        long seconds = limits().tunnelIdleTimeout().toSeconds();
        meter(ctx)
                .tap()
                .failed(
                        known == null
                                ? new Failure(Phase.RETURN, "idle-timeout", "nothing passed for " + seconds + " s")
                                : known);
        drop();
        ctx.close();
    }

    private void listen(ChannelHandlerContext ctx, UpstreamConnection connection) {
        silent = connection;
        connection.channel().pipeline().addLast(new Origin(ctx));
        if (connection.channel().isActive()) {
            connection.channel().config().setAutoRead(true);
        } else {
            relay(ctx);
        }
    }

    private void relay(ChannelHandlerContext ctx) {
        UpstreamConnection connection = silent;
        if (over || connection == null) {
            return;
        }
        over = true;
        silent = null;
        TunnelMeter meter = meter(ctx);
        meter.passed(new PassReason(PassReason.Code.SERVER_SPEAKS_FIRST, context.secure() ? "inside TLS" : ""));
        meter.tap().originConnected(connection.use(), connection.dial());
        ctx.pipeline().addLast(new TunnelRelay(context, meter.tap(), route(), connection));
        ctx.pipeline().remove(this);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        over = true;
        drop();
        ctx.pipeline().addLast(new ProtocolDetector(context));
        ctx.fireChannelRead(message);
        ctx.fireChannelReadComplete();
        ctx.pipeline().remove(this);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelInputShutdownEvent && !over) {
            over = true;
            drop();
            ctx.close();
        }
        ctx.fireUserEventTriggered(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        over = true;
        drop();
        ctx.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        if (deadline != null) {
            deadline.cancel(false);
        }
    }

    private void drop() {
        if (silent != null) {
            silent.discard();
            silent = null;
        }
    }

    /** At the end of the origin connection's pipeline, until it speaks or ends. */
    private final class Origin extends ChannelInboundHandlerAdapter {
        private final ChannelHandlerContext client;

        Origin(ChannelHandlerContext client) {
            this.client = client;
        }

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            relay(client);
            ctx.fireChannelRead(message);
            ctx.pipeline().remove(this);
        }

        @Override
        public void channelInactive(ChannelHandlerContext ctx) {
            relay(client);
            ctx.fireChannelInactive();
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
            if (event instanceof ChannelInputShutdownEvent) {
                relay(client);
            }
            ctx.fireUserEventTriggered(event);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            relay(client);
            ctx.fireExceptionCaught(cause);
        }
    }
}
