package dev.hopscope.proxy.protocol;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Holds the first octets of a layer until a protocol knows them for its own, installs that and steps aside. On the connection's event loop. Knows no protocol by
 * name, and reads nothing afterwards.
 *
 * <p>Inside a tunnel a client is waited for only so long: where its octets leave the question open, the last protocol of the list takes over; where it said
 * nothing, the {@link FirstWord} decides, since the server may be the one to speak first.
 */
public final class ProtocolDetector extends ChannelInboundHandlerAdapter {
    private final ConnectionContext context;
    private final List<Protocol> protocols;
    private @Nullable ByteBuf held;
    private @Nullable ScheduledFuture<?> deadline;

    public ProtocolDetector(ConnectionContext context) {
        this(context, Protocols.ORDERED);
    }

    ProtocolDetector(ConnectionContext context, List<Protocol> protocols) {
        this.context = context;
        this.protocols = protocols;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        var limits = context.engine().options().get().limits();
        long wait = (patient() ? limits.idleTimeout() : limits.sniffTimeout()).toMillis();
        deadline = ctx.executor().schedule(() -> late(ctx), wait, TimeUnit.MILLISECONDS);
    }

    /** A client speaks first outside tunnels, and where it agreed on a protocol in TLS: browsers open connections long before they use them. */
    private boolean patient() {
        var tls = context.client().tls();
        return context.target() == null || context.secure() && tls != null && tls.alpn() != null;
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

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf in = (ByteBuf) message;
        ByteBuf all = held == null
                ? in
                : ctx.alloc()
                        .buffer(held.readableBytes() + in.readableBytes())
                        .writeBytes(held)
                        .writeBytes(in);
        if (held != null) {
            held.release();
            in.release();
        }
        held = all;
        Protocol chosen = choose(all);
        if (chosen != null) {
            install(ctx, chosen);
        }
    }

    private @Nullable Protocol choose(ByteBuf bytes) {
        for (Protocol protocol : protocols) {
            switch (protocol.sniff(bytes, context)) {
                case YES -> {
                    return protocol;
                }
                case MORE -> {
                    return null;
                }
                case NO -> {}
            }
        }
        return protocols.getLast();
    }

    private void install(ChannelHandlerContext ctx, Protocol chosen) {
        ByteBuf bytes = held;
        held = null;
        TunnelMeter meter = ctx.pipeline().get(TunnelMeter.class);
        if (meter != null) {
            meter.recognised(chosen, context.secure());
        }
        chosen.install(ctx.pipeline(), context);
        if (bytes != null) {
            ctx.fireChannelRead(bytes);
            ctx.fireChannelReadComplete();
        }
        if (!ctx.isRemoved()) {
            ctx.pipeline().remove(this);
        }
    }

    private void late(ChannelHandlerContext ctx) {
        if (ctx.isRemoved()) {
            return;
        }
        if (patient()) {
            ctx.close();
        } else if (held == null) {
            ctx.pipeline().addLast(new FirstWord(context));
            ctx.pipeline().remove(this);
        } else {
            install(ctx, protocols.getLast());
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            if (held == null) {
                ctx.close();
            } else {
                install(ctx, protocols.getLast());
            }
        }
        ctx.fireUserEventTriggered(event);
    }
}
