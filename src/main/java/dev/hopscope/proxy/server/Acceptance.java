package dev.hopscope.proxy.server;

import dev.hopscope.exchange.ConnectionInfo;
import dev.hopscope.exchange.Endpoint;
import dev.hopscope.proxy.protocol.ConnectionContext;
import dev.hopscope.proxy.protocol.Engine;
import dev.hopscope.proxy.protocol.ExchangeCounter;
import dev.hopscope.proxy.protocol.ProtocolDetector;
import dev.hopscope.proxy.protocol.Self;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Wires one accepted connection, and stops accepting while as many are open as the limit allows. On the connection's event loop. Reads nothing.
 */
@ChannelHandler.Sharable
final class Acceptance extends ChannelInitializer<Channel> {
    private final Engine engine;
    private final ChannelGroup open;
    private final ClientPrograms programs;
    private final Supplier<@Nullable Channel> server;
    private final AtomicInteger count = new AtomicInteger();

    Acceptance(Engine engine, ChannelGroup open, ClientPrograms programs, Supplier<@Nullable Channel> server) {
        this.programs = programs;
        this.engine = engine;
        this.open = open;
        this.server = server;
    }

    @Override
    protected void initChannel(Channel channel) {
        open.add(channel);
        limit(count.incrementAndGet());
        channel.closeFuture().addListener(f -> limit(count.decrementAndGet()));
        ConnectionInfo client = new ConnectionInfo(
                engine.events().nextConnectionId(),
                endpoint(channel.localAddress()),
                endpoint(channel.remoteAddress()),
                Instant.now(),
                null,
                null,
                null);
        ConnectionContext context = new ConnectionContext(engine, client, null, null, false, new ExchangeCounter());
        channel.pipeline().addLast(new ProtocolDetector(context));
        programs.ask(channel, client);
    }

    private void limit(int now) {
        Channel listening = server.get();
        if (listening == null) {
            return;
        }
        boolean accept = now < engine.options().get().limits().connections();
        if (listening.config().isAutoRead() != accept) {
            listening.config().setAutoRead(accept);
        }
    }

    private static Endpoint endpoint(@Nullable SocketAddress address) {
        return address instanceof InetSocketAddress inet
                ? new Endpoint(Self.literal(inet.getAddress()), inet.getPort())
                : new Endpoint("unknown", 0);
    }
}
