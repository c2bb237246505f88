package dev.hopscope.proxy.protocol;

import dev.hopscope.exchange.Failure;
import dev.hopscope.exchange.Phase;
import dev.hopscope.proxy.tap.TunnelTap;
import dev.hopscope.proxy.upstream.Route;
import dev.hopscope.proxy.upstream.UpstreamConnection;
import dev.hopscope.proxy.upstream.UpstreamException;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Relays octets between a client and the other end of its tunnel, unread and uncopied; each side is read only while the other takes what came. An end of one
 * direction is passed on, the other goes on (RFC 9293 §3.6). On the client connection's event loop. Recognises nothing.
 */
final class TunnelRelay extends ChannelInboundHandlerAdapter {
    private final ConnectionContext context;
    private final TunnelTap tap;
    private final Route route;
    private final ArrayDeque<Object> waiting = new ArrayDeque<>(2);
    private @Nullable UpstreamConnection up;
    private @Nullable Channel origin;
    private @Nullable ChannelHandlerContext client;
    private @Nullable ScheduledFuture<?> tick;
    private boolean clientEnded;
    private boolean originEnded;
    private boolean over;
    private long lastMove = System.nanoTime();

    /** @param dialled a connection that is there already, null to dial */
    TunnelRelay(ConnectionContext context, TunnelTap tap, Route route, @Nullable UpstreamConnection dialled) {
        this.context = context;
        this.tap = tap;
        this.route = route;
        this.up = dialled;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        client = ctx;
        if (up != null) {
            connected(ctx, up);
            return;
        }
        ctx.channel().config().setAutoRead(false);
        Future<UpstreamConnection> asked =
                context.engine().upstream().connect(route, ctx.channel().eventLoop(), true);
        asked.addListener(f -> {
            if (asked.isSuccess()) {
                if (over) {
                    asked.getNow().discard();
                } else {
                    tap.originConnected(asked.getNow().use(), asked.getNow().dial());
                    connected(ctx, asked.getNow());
                }
            } else if (!over) {
                fail(ctx, UpstreamException.failureOf(asked.cause()));
            }
        });
    }

    private void fail(ChannelHandlerContext ctx, Failure failure) {
        over = true;
        tap.failed(failure);
        drop();
        ctx.close();
    }

    private void connected(ChannelHandlerContext ctx, UpstreamConnection connection) {
        up = connection;
        Channel channel = connection.channel();
        origin = channel;
        channel.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
        channel.pipeline().addLast(new OriginEnd(ctx));
        for (Object octets = waiting.poll(); octets != null; octets = waiting.poll()) {
            channel.write(octets, channel.voidPromise());
        }
        channel.flush();
        if (!channel.isActive()) {
            originGone(ctx, null);
            return;
        }
        if (clientEnded) {
            shutDown(channel);
        }
        channel.config().setAutoRead(ctx.channel().isWritable());
        ctx.channel().config().setAutoRead(channel.isWritable());
        scheduleTick(ctx);
    }

    private void scheduleTick(ChannelHandlerContext ctx) {
        long limit =
                context.engine().options().get().limits().tunnelIdleTimeout().toMillis();
        tick = ctx.executor()
                .schedule(() -> tick(ctx, limit), Math.clamp(limit / 4, 10, 60_000), TimeUnit.MILLISECONDS);
    }

    private void tick(ChannelHandlerContext ctx, long limit) {
        if (System.nanoTime() - lastMove > TimeUnit.MILLISECONDS.toNanos(limit)) {
            over = true;
            tap.failed(new Failure(Phase.RETURN, "idle-timeout", "nothing passed for " + limit / 1000 + " s"));
            discard();
            ctx.close();
        } else {
            scheduleTick(ctx);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        lastMove = System.nanoTime();
        Channel channel = origin;
        if (over) {
            io.netty.util.ReferenceCountUtil.release(message);
        } else if (channel == null) {
            waiting.add(message);
        } else {
            channel.write(message, channel.voidPromise());
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (origin != null) {
            origin.flush();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (origin != null && !over) {
            origin.config().setAutoRead(ctx.channel().isWritable());
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            clientEnded = true;
            if (origin != null) {
                shutDown(origin);
            }
            endWhenBoth(ctx);
        }
        ctx.fireUserEventTriggered(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        over = true;
        drop();
        discard();
        ctx.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (origin != null && !over) {
            reset(origin);
        }
        ctx.close();
    }

    /** An end by reset is passed on as one: a mere end would make what came so far look whole. */
    private static void reset(Channel channel) {
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        channel.close();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        if (tick != null) {
            tick.cancel(false);
        }
        drop();
    }

    private void drop() {
        for (Object octets = waiting.poll(); octets != null; octets = waiting.poll()) {
            io.netty.util.ReferenceCountUtil.release(octets);
        }
    }

    private void discard() {
        if (tick != null) {
            tick.cancel(false);
        }
        UpstreamConnection connection = up;
        up = null;
        if (connection != null && connection.channel().isActive()) {
            connection.channel().writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(f -> connection.discard());
        }
    }

    private static void shutDown(Channel channel) {
        if (channel instanceof DuplexChannel duplex) {
            channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(f -> duplex.shutdownOutput());
        } else {
            channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        }
    }

    private void endWhenBoth(ChannelHandlerContext ctx) {
        if (clientEnded && originEnded) {
            ctx.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        }
    }

    private void originGone(ChannelHandlerContext ctx, @Nullable Throwable cause) {
        if (over) {
            return;
        }
        over = true;
        if (cause != null) {
            tap.failed(new Failure(Phase.RETURN, "connection-reset", "the other end reset the connection"));
            reset(ctx.channel());
        } else {
            ctx.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        }
    }

    /** The other end of the tunnel, in the origin channel's pipeline. */
    private final class OriginEnd extends ChannelInboundHandlerAdapter {
        private final ChannelHandlerContext to;

        OriginEnd(ChannelHandlerContext to) {
            this.to = to;
        }

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            lastMove = System.nanoTime();
            to.write(message, to.voidPromise());
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext ctx) {
            to.flush();
        }

        @Override
        public void channelWritabilityChanged(ChannelHandlerContext ctx) {
            if (!over) {
                to.channel().config().setAutoRead(ctx.channel().isWritable());
            }
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
            if (event instanceof ChannelInputShutdownEvent && !over) {
                originEnded = true;
                shutDown(to.channel());
                endWhenBoth(to);
            }
            ctx.fireUserEventTriggered(event);
        }

        @Override
        public void channelInactive(ChannelHandlerContext ctx) {
            originGone(to, null);
            ctx.fireChannelInactive();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            originGone(to, cause);
            ctx.close();
        }
    }
}
