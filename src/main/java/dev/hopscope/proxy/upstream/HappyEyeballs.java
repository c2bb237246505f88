package dev.hopscope.proxy.upstream;

import dev.hopscope.exchange.Endpoint;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import io.netty.util.concurrent.ScheduledFuture;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Dials the addresses of one host, the next one a quarter of a second after the last or as soon as it fails; the first to connect wins and the others are
 * closed (RFC 8305 §5). On one event loop. Resolves no name.
 */
final class HappyEyeballs {
    static final Duration STAGGER = Duration.ofMillis(250);

    private final Endpoint peer;
    private final List<InetAddress> addresses;
    private final ChannelFactory<? extends Channel> channels;
    private final EventLoop loop;
    private final Promise<Channel> winner;
    private final List<Channel> racing = new ArrayList<>();
    private final Map<InetAddress, Throwable> failed = new LinkedHashMap<>();
    private int next;
    private @Nullable ScheduledFuture<?> stagger;

    /** @param addresses in the order to be tried, at least one */
    HappyEyeballs(
            Endpoint peer, List<InetAddress> addresses, ChannelFactory<? extends Channel> channels, EventLoop loop) {
        this.peer = peer;
        this.addresses = addresses;
        this.channels = channels;
        this.loop = loop;
        this.winner = loop.newPromise();
    }

    /** @param limit for all addresses together */
    Future<Channel> race(Duration limit) {
        ScheduledFuture<?> deadline = loop.schedule(
                () -> winner.tryFailure(Failures.connectTimeout(peer, addresses.size(), limit)),
                limit.toNanos(),
                TimeUnit.NANOSECONDS);
        winner.addListener(done -> {
            deadline.cancel(false);
            stopStagger();
            racing.stream()
                    .filter(channel -> !done.isSuccess() || channel != done.getNow())
                    .forEach(Channel::close);
        });
        tryNext();
        return winner;
    }

    private void tryNext() {
        stopStagger();
        if (winner.isDone() || next >= addresses.size()) {
            return;
        }
        InetAddress address = addresses.get(next++);
        if (next < addresses.size()) {
            stagger = loop.schedule(this::tryNext, STAGGER.toMillis(), TimeUnit.MILLISECONDS);
        }
        dial(address);
    }

    private void dial(InetAddress address) {
        Channel channel = channels.newChannel();
        channel.config().setOption(ChannelOption.AUTO_READ, false);
        channel.config().setOption(ChannelOption.SO_KEEPALIVE, true);
        channel.config().setOption(ChannelOption.TCP_NODELAY, true);
        // a failed write leaves what came before it to be read
        channel.config().setOption(ChannelOption.AUTO_CLOSE, false);
        channel.config().setConnectTimeoutMillis(0); // one deadline for all
        racing.add(channel);
        loop.register(channel).addListener(registered -> {
            if (!registered.isSuccess()) {
                lost(address, registered.cause());
                return;
            }
            channel.connect(new InetSocketAddress(address, peer.port())).addListener((ChannelFuture connected) -> {
                if (connected.isSuccess()) {
                    if (!winner.trySuccess(channel)) {
                        channel.close();
                    }
                } else {
                    lost(address, connected.cause());
                }
            });
        });
    }

    private void lost(InetAddress address, Throwable cause) {
        if (winner.isDone()) {
            return;
        }
        failed.put(address, cause);
        if (failed.size() == addresses.size()) {
            winner.tryFailure(Failures.connect(peer, failed));
        } else {
            tryNext();
        }
    }

    private void stopStagger() {
        if (stagger != null) {
            stagger.cancel(false);
            stagger = null;
        }
    }
}
