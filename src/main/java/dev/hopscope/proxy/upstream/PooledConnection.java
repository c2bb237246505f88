package dev.hopscope.proxy.upstream;

import dev.hopscope.exchange.ConnectionInfo;
import dev.hopscope.exchange.ConnectionUse;
import dev.hopscope.exchange.DialTimings;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;

/**
 * One upstream connection: lent, or idle in its loop's pool, where the first octet or the end of the stream closes it. Used on its loop only. Does not look
 * at what its borrower reads.
 */
final class PooledConnection implements UpstreamConnection {
    private final Channel channel;
    private final Route route;
    private final ConnectionInfo connection;
    private final IdlePool pool;
    private DialTimings dial;
    private ConnectionUse use;
    private final IdleGuard guard = new IdleGuard();
    private boolean lent = true;
    private long idleSince;

    PooledConnection(Channel channel, Route route, ConnectionInfo connection, DialTimings dial, IdlePool pool) {
        this.channel = channel;
        this.route = route;
        this.connection = connection;
        this.dial = dial;
        this.pool = pool;
        this.use = new ConnectionUse(connection, 1);
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
        return use;
    }

    @Override
    public DialTimings dial() {
        return dial;
    }

    @Override
    public void release() {
        if (!lent) {
            throw new IllegalStateException("given back twice");
        }
        if (route.purpose() == Route.Purpose.TUNNEL || !channel.isActive() || !pool.offer(this)) {
            discard();
            return;
        }
        lent = false;
        idleSince = System.nanoTime();
        channel.pipeline().addLast(guard);
        if (!channel.config().isAutoRead()) {
            channel.config().setAutoRead(true);
        }
    }

    @Override
    public void discard() {
        if (!lent) {
            pool.forget(this);
        }
        channel.close();
    }

    long idleSince() {
        return idleSince;
    }

    /** Makes an idle connection a lent one; false where it has died. */
    boolean wake() {
        if (!channel.isActive()) {
            return false;
        }
        channel.pipeline().remove(guard);
        lent = true;
        dial = DialTimings.NONE;
        use = new ConnectionUse(connection, use.nth() + 1);
        return true;
    }

    /** Nothing is due on an idle connection: whatever comes ends it (RFC 9112 §9.5, and a response nobody asked for must reach nobody). */
    private final class IdleGuard extends ChannelInboundHandlerAdapter {
        /** It is put back into the same pipeline again and again, never into two. */
        @Override
        public boolean isSharable() {
            return true;
        }

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            ReferenceCountUtil.release(message);
            discard();
        }

        @Override
        public void channelInactive(ChannelHandlerContext ctx) {
            pool.forget(PooledConnection.this);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            discard();
        }
    }
}
