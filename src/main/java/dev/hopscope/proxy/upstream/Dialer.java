package dev.hopscope.proxy.upstream;

import dev.hopscope.proxy.InnerOrigins;
import dev.hopscope.proxy.ProxyOptions;
import dev.hopscope.proxy.tls.OriginTls;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Lends connections to the other side: an idle one of the loop, or one that {@link Dial} opens. Each loop has a pool of its own, touched by it alone. Reads
 * and writes nothing on what it lends.
 */
public final class Dialer implements Upstream {
    private final Dial.Tools tools;
    private final Map<EventLoop, IdlePool> pools = new ConcurrentHashMap<>();

    /**
     * @param options those in force now: limits and whom to trust
     * @param connectionIds the next connection's id, unique in the session
     * @param channels makes channels of the kind the event loops drive (epoll, kqueue, NIO)
     */
    public Dialer(
            Supplier<ProxyOptions> options,
            LongSupplier connectionIds,
            ChannelFactory<? extends Channel> channels,
            Names names,
            OriginTls tls) {
        this(options, connectionIds, channels, names, tls, InnerOrigins.NONE);
    }

    /** @param inner what a name leads to before any name server is asked */
    public Dialer(
            Supplier<ProxyOptions> options,
            LongSupplier connectionIds,
            ChannelFactory<? extends Channel> channels,
            Names names,
            OriginTls tls,
            InnerOrigins inner) {
        this.tools = new Dial.Tools(options, connectionIds, channels, names, tls, inner);
    }

    @Override
    public Future<UpstreamConnection> connect(Route route, EventLoop loop, boolean fresh) {
        IdlePool pool = pools.computeIfAbsent(loop, IdlePool::new);
        if (!fresh && route.purpose() != Route.Purpose.TUNNEL) {
            PooledConnection idle = pool.take(route);
            if (idle != null) {
                return loop.newSucceededFuture(idle);
            }
        }
        return new Dial(route, loop, pool, tools).start();
    }

    @Override
    public void closeIdle() {
        pools.keySet().forEach(loop -> {
            IdlePool pool = pools.remove(loop);
            if (pool != null && !loop.isShuttingDown()) {
                loop.execute(pool::close);
            }
        });
    }
}
