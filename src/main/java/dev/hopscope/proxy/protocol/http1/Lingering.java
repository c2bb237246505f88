package dev.hopscope.proxy.protocol.http1;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import java.util.concurrent.TimeUnit;

/**
 * Ends a connection of which the client may still be sending: our direction is closed first, and what still comes is thrown away for a while, since closing at
 * once would make the system reset the connection and destroy the answer on its way (RFC 9112 §9.6). On its event loop. Reads nothing itself.
 */
final class Lingering {
    private static final long SECONDS = 2;
    private static final long OCTETS = 16L << 20;

    private final ChannelHandlerContext ctx;
    private long discarded;

    private Lingering(ChannelHandlerContext ctx) {
        this.ctx = ctx;
    }

    static Lingering begin(ChannelHandlerContext ctx) {
        Lingering lingering = new Lingering(ctx);
        ctx.channel().config().setAutoRead(true);
        SslHandler tls = ctx.pipeline().get(SslHandler.class);
        ChannelFuture said =
                tls == null ? ctx.writeAndFlush(io.netty.buffer.Unpooled.EMPTY_BUFFER) : tls.closeOutbound();
        said.addListener(f -> {
            if (ctx.channel() instanceof DuplexChannel duplex && ctx.channel().isActive()) {
                duplex.shutdownOutput();
            }
        });
        var deadline = ctx.executor().schedule(() -> ctx.channel().close(), SECONDS, TimeUnit.SECONDS);
        ctx.channel().closeFuture().addListener(f -> deadline.cancel(false));
        return lingering;
    }

    void discarded(int octets) {
        discarded += octets;
        if (discarded > OCTETS) {
            ctx.channel().close();
        }
    }
}
