package dev.hopscope.proxy.upstream;

import dev.hopscope.exchange.ConnectionInfo;
import dev.hopscope.exchange.ConnectionUse;
import dev.hopscope.exchange.DialTimings;
import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.Phase;
import dev.hopscope.exchange.TlsInfo;
import dev.hopscope.proxy.InnerOrigins;
import dev.hopscope.proxy.ProxyOptions;
import dev.hopscope.proxy.UpstreamProxy;
import dev.hopscope.proxy.tls.OriginTls;
import dev.hopscope.proxy.tls.TlsRefusal;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.util.NetUtil;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Opens one connection, step by step: resolve, dial, proxy handshake, TLS. On one event loop. Keeps nothing: what it opens belongs to whom it is given.
 */
final class Dial {
    /** What all dials share. */
    record Tools(
            Supplier<ProxyOptions> options,
            LongSupplier connectionIds,
            ChannelFactory<? extends Channel> channels,
            Names names,
            OriginTls tls,
            InnerOrigins inner) {}

    private final Route route;
    private final EventLoop loop;
    private final IdlePool pool;
    private final Tools tools;
    private final ProxyOptions options;
    private final Promise<UpstreamConnection> opened;
    private long dnsStart;
    private long dnsEnd;
    private long connectStart;
    private long connectEnd;
    private long proxyStart;
    private long proxyEnd;
    private long tlsStart;
    private long tlsEnd;
    private Instant openedAt = Instant.EPOCH;

    Dial(Route route, EventLoop loop, IdlePool pool, Tools tools) {
        this.route = route;
        this.loop = loop;
        this.pool = pool;
        this.tools = tools;
        this.options = tools.options().get();
        this.opened = loop.newPromise();
    }

    Future<UpstreamConnection> start() {
        CompletionStage<Endpoint> inner = tools.inner().locate(route.target());
        if (inner != null) {
            dnsStart = System.nanoTime();
            var unused = inner.whenComplete((at, failure) -> loop.execute(() -> dialInside(at, failure)));
        } else if (route.restricted()) {
            checkTarget();
        } else {
            resolve();
        }
        return opened;
    }

    private void dialInside(@Nullable Endpoint at, @Nullable Throwable failure) {
        dnsEnd = System.nanoTime();
        InetAddress address = at == null ? null : NetUtil.createInetAddressFromIpAddressString(at.host());
        if (at == null || address == null) {
            String why = failure == null ? "it has no address" : String.valueOf(failure.getMessage());
            opened.tryFailure(
                    Failures.of(Phase.CONNECT, "inner-origin-failed", route.target() + " inside Hopscope: " + why));
        } else {
            connect(at, List.of(address));
        }
    }

    /** The proxy behind ours resolves the target itself, so whom the name means here is asked before. */
    private void checkTarget() {
        tools.names().resolve(route.target().host(), loop).addListener((Future<List<InetAddress>> found) -> {
            UpstreamException refused = found.isSuccess() ? forbidden(found.getNow()) : null;
            if (refused != null) {
                opened.tryFailure(refused);
            } else {
                resolve();
            }
        });
    }

    private @Nullable UpstreamException forbidden(List<InetAddress> addresses) {
        for (InetAddress address : addresses) {
            String why = ForbiddenTargets.why(address);
            if (why != null) {
                return Failures.forbidden(route.target(), address, why);
            }
        }
        return null;
    }

    private Endpoint peer() {
        UpstreamProxy via = route.via();
        return via == null ? route.target() : via.endpoint();
    }

    private void resolve() {
        dnsStart = System.nanoTime();
        tools.names().resolve(peer().host(), loop).addListener((Future<List<InetAddress>> found) -> {
            dnsEnd = System.nanoTime();
            if (found.isSuccess()) {
                dial(found.getNow());
            } else if (found.cause() instanceof UnknownHostException) {
                opened.tryFailure(Failures.unknownHost(peer().host()));
            } else {
                opened.tryFailure(Failures.of(
                        Phase.DNS,
                        "dns-failed",
                        "the name " + peer().host() + " could not be looked up: " + found.cause()));
            }
        });
    }

    private void dial(List<InetAddress> addresses) {
        UpstreamException refused = route.restricted() && route.via() == null ? forbidden(addresses) : null;
        if (refused != null) {
            opened.tryFailure(refused);
            return;
        }
        connect(peer(), addresses);
    }

    private void connect(Endpoint peer, List<InetAddress> addresses) {
        connectStart = System.nanoTime();
        Future<Channel> race = new HappyEyeballs(peer, Names.interleaved(addresses), tools.channels(), loop)
                .race(options.limits().connectTimeout());
        then(race, null, channel -> {
            connectEnd = System.nanoTime();
            openedAt = Instant.now();
            proxyHandshake(channel);
        });
    }

    private void proxyHandshake(Channel channel) {
        UpstreamProxy via = route.via();
        if (via == null || route.absoluteForm()) {
            tls(channel);
            return;
        }
        proxyStart = System.nanoTime();
        Future<Channel> tunnel = ProxyHandshake.over(
                channel,
                via,
                route.target(),
                options.limits().headBytes(),
                options.limits().headTimeout());
        then(tunnel, channel, done -> {
            proxyEnd = System.nanoTime();
            tls(done);
        });
    }

    private void tls(Channel channel) {
        if (route.purpose() != Route.Purpose.HTTPS) {
            channel.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, route.purpose() == Route.Purpose.TUNNEL);
            lend(channel, null);
            return;
        }
        tlsStart = System.nanoTime();
        String name = route.serverName() == null ? route.target().host() : route.serverName();
        tools.tls().handshake(channel, route.target(), name, options).addListener((Future<TlsInfo> shaken) -> {
            tlsEnd = System.nanoTime();
            if (shaken.isSuccess()) {
                lend(channel, shaken.getNow());
            } else {
                refused(channel, shaken.cause());
            }
        });
    }

    private void refused(Channel channel, Throwable cause) {
        if (cause instanceof TlsRefusal refusal) {
            ConnectionUse use = channel.localAddress() == null || channel.remoteAddress() == null
                    ? null
                    : new ConnectionUse(connection(channel, refusal.tls()), 1);
            opened.tryFailure(new UpstreamException(refusal.failure(), use, timings()));
        } else {
            opened.tryFailure(Failures.of(Phase.TLS, "internal-error", "a fault in Hopscope: " + cause));
        }
        channel.close();
    }

    private void lend(Channel channel, @Nullable TlsInfo tls) {
        if (!channel.isActive()) {
            opened.tryFailure(Failures.of(
                    Phase.CONNECT,
                    "connection-closed",
                    "the other end " + peer() + " closed the connection as soon as it was open"));
            return;
        }
        if (!opened.trySuccess(new PooledConnection(channel, route, connection(channel, tls), timings(), pool))) {
            channel.close(); // the borrower has gone
        }
    }

    private ConnectionInfo connection(Channel channel, @Nullable TlsInfo tls) {
        UpstreamProxy via = route.via();
        return new ConnectionInfo(
                tools.connectionIds().getAsLong(),
                endpoint(channel.localAddress()),
                endpoint(channel.remoteAddress()),
                openedAt,
                tls,
                null,
                via == null ? null : via.endpoint());
    }

    private DialTimings timings() {
        return new DialTimings(dnsStart, dnsEnd, connectStart, connectEnd, proxyStart, proxyEnd, tlsStart, tlsEnd);
    }

    private static Endpoint endpoint(java.net.SocketAddress address) {
        InetSocketAddress inet = (InetSocketAddress) address;
        String literal = inet.getAddress().getHostAddress();
        int zone = literal.indexOf('%');
        return new Endpoint(zone < 0 ? literal : literal.substring(0, zone), inet.getPort());
    }

    /** Goes on with what a step gave; or fails the whole, closing what was open. */
    private <T> void then(Future<T> step, @Nullable Channel open, Consumer<T> next) {
        step.addListener((Future<T> done) -> {
            if (done.isSuccess() && !opened.isCancelled()) {
                next.accept(done.getNow());
                return;
            }
            if (open != null) {
                open.close();
            } else if (done.isSuccess() && done.getNow() instanceof Channel channel) {
                channel.close();
            }
            if (!done.isSuccess()) {
                opened.tryFailure(done.cause());
            }
        });
    }
}
