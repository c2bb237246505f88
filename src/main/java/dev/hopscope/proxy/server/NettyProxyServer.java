package dev.hopscope.proxy.server;

import dev.hopscope.exchange.Endpoint;
import dev.hopscope.proxy.CacheContents;
import dev.hopscope.proxy.ProxyOptions;
import dev.hopscope.proxy.ProxyServer;
import dev.hopscope.proxy.ProxyState;
import dev.hopscope.proxy.ReplayRequest;
import dev.hopscope.proxy.cache.CacheSwitch;
import dev.hopscope.proxy.protocol.Engine;
import dev.hopscope.proxy.protocol.Self;
import dev.hopscope.proxy.protocol.Stopping;
import dev.hopscope.proxy.protocol.http1.Replaying;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The proxy: binds its address, runs the event loops, counts connections in, and ends them. Any thread; start and stop block. Speaks no protocol itself.
 */
public final class NettyProxyServer implements ProxyServer {
    private static final int BACKLOG = 1024;
    private static final int MOST_LOOPS = 8;
    private static final int LARGEST_READ = 256 * 1024;
    private static final WriteBufferWaterMark WATER = new WriteBufferWaterMark(128 * 1024, 512 * 1024);

    private final Parts parts;
    private final ClientPrograms programs = new ClientPrograms();
    private final List<Consumer<ProxyState>> listeners = new CopyOnWriteArrayList<>();
    /** The connections since the last start. Once closed it closes what is still being accepted, so each start has its own. */
    private ChannelGroup open = connections();

    private final CacheSwitch cache = new CacheSwitch();
    private volatile ProxyState state = new ProxyState.Stopped();
    private volatile Self self = OwnAddress.unbound();
    private @Nullable MultiThreadIoEventLoopGroup loops;
    private @Nullable Channel server;

    public NettyProxyServer(Parts parts) {
        this.parts = parts;
    }

    @Override
    public synchronized ProxyState start() {
        if (state instanceof ProxyState.Listening) {
            return state;
        }
        become(new ProxyState.Starting());
        ProxyOptions options = options();
        cache.apply(options.cache());
        InetSocketAddress wanted = new InetSocketAddress(options.listenHost(), options.listenPort());
        if (wanted.isUnresolved()) {
            return become(BindFailure.unknown(wanted));
        }
        try {
            Channel bound = bootstrap().bind(wanted).syncUninterruptibly().channel();
            server = bound;
            InetSocketAddress address = (InetSocketAddress) bound.localAddress();
            self = OwnAddress.of(options.listenHost(), address);
            // accepting begins only now, when the proxy knows its own name
            bound.config().setAutoRead(true);
            return become(new ProxyState.Listening(
                    new Endpoint(options.listenHost(), address.getPort()), OwnAddress.warning(address)));
        } catch (RuntimeException | java.io.IOError e) {
            return become(BindFailure.explain(wanted, e));
        } catch (Exception e) { // a checked exception thrown unchecked by Netty's sync
            return become(BindFailure.explain(wanted, e));
        }
    }

    private ServerBootstrap bootstrap() {
        MultiThreadIoEventLoopGroup group = loops;
        if (group == null) {
            int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_LOOPS);
            group = new MultiThreadIoEventLoopGroup(
                    threads,
                    new DefaultThreadFactory("proxy", true),
                    parts.transport().handlers());
            loops = group;
        }
        Engine engine = engine();
        open = connections();
        return new ServerBootstrap()
                .group(group)
                .channelFactory(parts.transport().servers())
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.AUTO_READ, false)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER)
                .childOption(ChannelOption.RECVBUF_ALLOCATOR, new AdaptiveRecvByteBufAllocator(512, 4096, LARGEST_READ))
                .childHandler(new Acceptance(engine, open, programs, this::serverChannel));
    }

    private static ChannelGroup connections() {
        return new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
    }

    private Engine engine() {
        return new Engine(
                parts.options()::get,
                parts.events(),
                parts.bodies(),
                parts.upstream(),
                parts.leaves(),
                parts.interception(),
                parts.pages(),
                () -> self,
                cache::current);
    }

    @Override
    public synchronized ReplayRequest.UnderWay replay(ReplayRequest request) {
        MultiThreadIoEventLoopGroup group = loops;
        if (group == null || server == null) {
            throw new IllegalStateException("the proxy does not listen");
        }
        return new Replaying(
                        engine(),
                        command -> Thread.ofVirtual().name("replayed-content").start(command))
                .send(request, group.next(), open::add);
    }

    @Override
    public synchronized ProxyState move(String host, int port) {
        ProxyOptions before = state instanceof ProxyState.Listening on
                ? options().withListen(options().listenHost(), on.address().port())
                : options();
        boolean same = state instanceof ProxyState.Listening && before.listenPort() == port;
        ProxyState.Failed taken = same ? null : BindFailure.of(new InetSocketAddress(host, port));
        if (taken != null) {
            return taken;
        }
        stop();
        parts.options().set(before.withListen(host, port));
        ProxyState moved = start();
        if (moved instanceof ProxyState.Failed) {
            parts.options().set(before);
            start();
        }
        return moved;
    }

    private @Nullable Channel serverChannel() {
        return server;
    }

    @Override
    public synchronized void stop() {
        if (server == null) {
            return;
        }
        server.close().syncUninterruptibly();
        server = null;
        open.forEach(
                channel -> channel.eventLoop().execute(() -> channel.pipeline().fireUserEventTriggered(Stopping.NOW)));
        open.close().awaitUninterruptibly();
        settle();
        parts.upstream().closeIdle();
        self = OwnAddress.unbound();
        become(new ProxyState.Stopped());
    }

    /** Waits until each loop has run what was due, the last events of connections among it. */
    private void settle() {
        MultiThreadIoEventLoopGroup group = loops;
        if (group != null) {
            group.forEach(loop -> loop.submit(() -> {}).awaitUninterruptibly());
        }
    }

    @Override
    public ProxyState state() {
        return state;
    }

    @Override
    public void onState(Consumer<ProxyState> listener) {
        listeners.add(listener);
        listener.accept(state);
    }

    private ProxyState become(ProxyState next) {
        state = next;
        listeners.forEach(l -> l.accept(next));
        return next;
    }

    @Override
    public ProxyOptions options() {
        return parts.options().get();
    }

    @Override
    public void apply(ProxyOptions options) {
        parts.options().set(options);
        cache.apply(options.cache());
    }

    @Override
    public CacheContents cacheContents() {
        return cache;
    }

    /** Who is told why the cache could not be opened, on a thread of its own; to be named before the start. */
    public void onCacheProblem(Consumer<String> listener) {
        cache.onProblem(listener);
    }

    @Override
    public void trustForThisRun(String sha256) {
        parts.trust().accept(sha256);
    }

    @Override
    public synchronized void close() {
        stop();
        programs.close();
        MultiThreadIoEventLoopGroup group = loops;
        loops = null;
        if (group != null) {
            group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
        }
        cache.close();
    }
}
