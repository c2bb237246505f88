package dev.hopscope.proxy.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.DialTimings;
import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.Failure;
import dev.hopscope.exchange.Phase;
import dev.hopscope.proxy.ProxyLimits;
import dev.hopscope.proxy.ProxyOptions;
import dev.hopscope.proxy.UpstreamProxy;
import dev.hopscope.proxy.tls.OriginTls;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DialerTest {
    private final MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final EventLoop loop = group.next();
    private final ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger lookups = new AtomicInteger();
    private ProxyOptions options = ProxyOptions.DEFAULT;
    private Dialer dialer;
    private Loopback origin;

    @BeforeEach
    void listen() throws Exception {
        origin = new Loopback();
        Names names = new Names(blocking, this::lookup);
        dialer = new Dialer(
                () -> options,
                new AtomicLong()::incrementAndGet,
                NioSocketChannel::new,
                names,
                new OriginTls(blocking));
    }

    @AfterEach
    void close() throws Exception {
        dialer.closeIdle();
        origin.close();
        group.shutdownGracefully(0, 30, TimeUnit.SECONDS).sync();
        blocking.close();
    }

    private InetAddress[] lookup(String host) throws UnknownHostException {
        lookups.incrementAndGet();
        return switch (host) {
            case "both.test" -> new InetAddress[] {InetAddress.getByName("127.0.0.1"), InetAddress.getByName("::1")};
            case "four.test" -> new InetAddress[] {InetAddress.getByName("127.0.0.1")};
            case "mapped.test" -> new InetAddress[] {InetAddress.getByName("::ffff:127.0.0.1")};
            case "meta.test" -> new InetAddress[] {InetAddress.getByName("169.254.169.254")};
            default -> throw new UnknownHostException(host);
        };
    }

    private static Route http(String host, int port) {
        return new Route(Route.Purpose.HTTP, new Endpoint(host, port), null, null, false);
    }

    private UpstreamConnection connect(Route route) throws Exception {
        return connecting(route, false).get(20, TimeUnit.SECONDS);
    }

    private Future<UpstreamConnection> connecting(Route route, boolean fresh) throws Exception {
        return loop.submit(() -> dialer.connect(route, loop, fresh)).get(20, TimeUnit.SECONDS);
    }

    private Failure failure(Route route) throws Exception {
        Future<UpstreamConnection> future = connecting(route, false);
        assertThat(future.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(future.cause()).isInstanceOf(UpstreamException.class);
        return ((UpstreamException) future.cause()).failure();
    }

    private void release(UpstreamConnection connection) throws Exception {
        loop.submit(connection::release).get(20, TimeUnit.SECONDS);
    }

    private static int unusedPort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void aConnectionSaysWhereItLeadsAndWhatItTook() throws Exception {
        UpstreamConnection connection = connect(http("four.test", origin.port()));

        assertThat(connection.use().nth()).isEqualTo(1);
        assertThat(connection.use().connection().remote()).isEqualTo(new Endpoint("127.0.0.1", origin.port()));
        DialTimings dial = connection.dial();
        assertThat(dial.dnsStart()).isPositive();
        assertThat(dial.dnsEnd()).isBetween(dial.dnsStart(), dial.connectStart());
        assertThat(dial.connectEnd()).isGreaterThanOrEqualTo(dial.connectStart());
        assertThat(dial.tlsStart()).isZero();
    }

    @Test
    void aConnectionGivenBackIsLentAgainAndCounted() throws Exception {
        Route route = http("four.test", origin.port());
        UpstreamConnection first = connect(route);
        release(first);
        UpstreamConnection second = connect(route);

        assertThat(second.channel()).isSameAs(first.channel());
        assertThat(second.use().nth()).isEqualTo(2);
        assertThat(second.dial()).isEqualTo(DialTimings.NONE);
    }

    @Test
    void aFreshConnectionIsNeverAnIdleOne() throws Exception {
        Route route = http("four.test", origin.port());
        UpstreamConnection first = connect(route);
        release(first);

        assertThat(connecting(route, true).get(20, TimeUnit.SECONDS).channel()).isNotSameAs(first.channel());
    }

    @Test
    void anIdleConnectionIsNotLentForAnotherRoute() throws Exception {
        UpstreamConnection first = connect(http("four.test", origin.port()));
        release(first);

        assertThat(connect(http("127.0.0.1", origin.port())).channel()).isNotSameAs(first.channel());
    }

    @Test
    void anIdleConnectionThatThePeerClosesIsForgotten() throws Exception {
        Route route = http("four.test", origin.port());
        UpstreamConnection first = connect(route);
        release(first);
        origin.next().close();
        first.channel().closeFuture().sync();

        UpstreamConnection second = connect(route);
        assertThat(second.channel()).isNotSameAs(first.channel());
        assertThat(second.use().nth()).isEqualTo(1);
    }

    @Test
    void anIdleConnectionThatSaysSomethingIsClosed() throws Exception {
        UpstreamConnection first = connect(http("four.test", origin.port()));
        release(first);
        origin.next().getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

        assertThat(first.channel().closeFuture().await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void noMoreIdleConnectionsAreKeptForARouteThanTheBound() throws Exception {
        Route route = http("four.test", origin.port());
        List<UpstreamConnection> all = new ArrayList<>();
        for (int i = 0; i < IdlePool.PER_ROUTE + 1; i++) {
            all.add(connect(route));
        }
        for (UpstreamConnection one : all) {
            release(one);
        }

        assertThat(all.getLast().channel().closeFuture().await(20, TimeUnit.SECONDS))
                .isTrue();
        assertThat(all.subList(0, IdlePool.PER_ROUTE)).allMatch(c -> c.channel().isActive());
    }

    @Test
    void closingIdleConnectionsClosesTheLentOnesOnReturn() throws Exception {
        Route route = http("four.test", origin.port());
        UpstreamConnection idle = connect(route);
        UpstreamConnection lent = connect(route);
        release(idle);
        dialer.closeIdle();

        assertThat(idle.channel().closeFuture().await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(lent.channel().isActive()).isTrue();
        release(lent);
        assertThat(lent.channel().closeFuture().await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aTunnelIsNeverKept() throws Exception {
        UpstreamConnection tunnel =
                connect(new Route(Route.Purpose.TUNNEL, new Endpoint("four.test", origin.port()), null, null, false));
        release(tunnel);

        assertThat(tunnel.channel().closeFuture().await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aNameThatIsNotKnownFailsInThePhaseOfNames() throws Exception {
        Failure failure = failure(http("nowhere.test", 80));

        assertThat(failure.phase()).isEqualTo(Phase.DNS);
        assertThat(failure.code()).isEqualTo("dns-failed");
        assertThat(failure.detail()).contains("nowhere.test");
    }

    @Test
    void aPortWhereNothingListensIsAConnectionRefused() throws Exception {
        int port = unusedPort();
        Failure failure = failure(http("four.test", port));

        assertThat(failure.phase()).isEqualTo(Phase.CONNECT);
        assertThat(failure.code()).isEqualTo("connection-refused");
        assertThat(failure.detail()).contains("four.test:" + port, "127.0.0.1 refused");
    }

    @Test
    void theSecondAddressIsTriedAsSoonAsTheFirstFails() throws Exception {
        UpstreamConnection connection = connect(http("both.test", origin.port()));

        assertThat(connection.use().connection().remote().host()).isEqualTo("127.0.0.1");
    }

    @Test
    void addressesAreTriedInTurnOfTheirFamiliesIpV6First() throws Exception {
        List<InetAddress> given = new ArrayList<>();
        for (String literal : List.of("192.0.2.1", "192.0.2.2", "2001:db8::1", "2001:db8::2")) {
            given.add(InetAddress.getByName(literal));
        }

        assertThat(Names.interleaved(given))
                .extracting(InetAddress::getHostAddress)
                .containsExactly("2001:db8:0:0:0:0:0:1", "192.0.2.1", "2001:db8:0:0:0:0:0:2", "192.0.2.2");
    }

    @Test
    void namesOfLocalhostMeanLoopbackWithoutAskingAnyone() throws Exception {
        UpstreamConnection connection = connect(http("app.LOCALHOST", origin.port()));

        assertThat(connection.use().connection().remote().host()).isEqualTo("127.0.0.1");
        assertThat(lookups).hasValue(0);
    }

    @Test
    void aNameIsLookedUpOnceForManyConnections() throws Exception {
        connect(http("four.test", origin.port()));
        connect(http("FOUR.test", origin.port()));

        assertThat(lookups).hasValue(1);
    }

    @Test
    void aNameThatWasNotFoundIsAskedForAgain() throws Exception {
        failure(http("nowhere.test", 80));
        failure(http("nowhere.test", 80));

        assertThat(lookups).hasValue(2);
    }

    @Test
    void anAddressThatDoesNotAnswerEndsInAConnectTimeout() throws Exception {
        options = ProxyOptions.DEFAULT.withLimits(limits(Duration.ofMillis(200)));
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            List<Socket> backlog = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                backlog.add(new Socket("127.0.0.1", full.getLocalPort()));
            }
            Failure failure = failure(http("four.test", full.getLocalPort()));
            for (Socket socket : backlog) {
                socket.close();
            }

            assertThat(failure.code()).isEqualTo("connect-timeout");
            assertThat(failure.detail()).contains("within 200 ms");
        }
    }

    private static ProxyLimits limits(Duration connect) {
        ProxyLimits d = ProxyLimits.DEFAULT;
        return new ProxyLimits(
                d.headBytes(),
                d.headerCount(),
                d.headTimeout(),
                d.idleTimeout(),
                d.responseTimeout(),
                d.tunnelIdleTimeout(),
                connect,
                d.tlsTimeout(),
                d.sniffTimeout(),
                d.connections());
    }

    @Test
    void aRestrictedRouteReachesNoAddressOfThisMachineHoweverItIsWritten() throws Exception {
        for (String host : List.of(
                "four.test",
                "mapped.test",
                "127.0.0.1",
                "::1",
                "localhost",
                "0.0.0.0",
                "::",
                "::ffff:127.0.0.1",
                "meta.test",
                "fe80::1",
                "fd00:ec2::254",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "127.1.2.3",
                ownAddress())) {
            Route route = new Route(Route.Purpose.HTTP, new Endpoint(host, origin.port()), null, null, true);

            assertThat(failure(route).code()).as(host).isEqualTo("target-not-allowed");
        }
    }

    private static String ownAddress() throws Exception {
        for (var device : java.util.Collections.list(java.net.NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : java.util.Collections.list(device.getInetAddresses())) {
                if (!address.isLoopbackAddress() && !address.isLinkLocalAddress()) {
                    return address.getHostAddress().replaceFirst("%.*", "");
                }
            }
        }
        return "127.0.0.1";
    }

    @Test
    void aRestrictedRouteThroughAnotherProxyIsRefusedTheSameTargets() throws Exception {
        UpstreamProxy via = new UpstreamProxy(new Endpoint("127.0.0.1", origin.port()), null, null);
        Route route = new Route(Route.Purpose.HTTP, new Endpoint("four.test", 80), via, null, true);

        assertThat(failure(route).code()).isEqualTo("target-not-allowed");
    }

    @Test
    void aTunnelThroughAnotherProxyIsAskedForWithBasicAndLosesNoOctet() throws Exception {
        UpstreamProxy via = new UpstreamProxy(new Endpoint("127.0.0.1", origin.port()), "me", "sesame:1");
        Future<UpstreamConnection> future =
                connecting(new Route(Route.Purpose.TUNNEL, new Endpoint("mail.test", 25), via, null, false), false);
        Socket proxy = origin.next();
        String asked = Loopback.head(proxy);
        proxy.getOutputStream()
                .write("HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\nX: y\r\n\r\n220 hello"
                        .getBytes(StandardCharsets.US_ASCII));
        UpstreamConnection tunnel = future.get(20, TimeUnit.SECONDS);

        assertThat(asked)
                .isEqualTo("CONNECT mail.test:25 HTTP/1.1\r\n"
                        + "Host: mail.test:25\r\n"
                        + "Proxy-Authorization: Basic bWU6c2VzYW1lOjE=\r\n\r\n");
        assertThat(read(tunnel, 9)).isEqualTo("220 hello");
        assertThat(tunnel.use().connection().viaProxy()).isEqualTo(via.endpoint());
        assertThat(tunnel.dial().proxyEnd())
                .isGreaterThanOrEqualTo(tunnel.dial().proxyStart());
    }

    private String read(UpstreamConnection connection, int octets) throws Exception {
        CompletableFuture<String> all = new CompletableFuture<>();
        StringBuilder text = new StringBuilder();
        loop.execute(() -> {
            connection.channel().pipeline().addLast(new SimpleChannelInboundHandler<ByteBuf>() {
                @Override
                protected void channelRead0(ChannelHandlerContext ctx, ByteBuf bytes) {
                    if (text.append(bytes.toString(StandardCharsets.US_ASCII)).length() >= octets) {
                        all.complete(text.toString());
                    }
                }
            });
            connection.channel().config().setAutoRead(true);
        });
        return all.get(20, TimeUnit.SECONDS);
    }

    @Test
    void aProxyThatRefusesIsNamedWithItsStatus() throws Exception {
        assertThat(proxyAnswer("HTTP/1.1 403 Not today\r\n\r\n"))
                .isEqualTo(new Failure(
                        Phase.UPSTREAM_PROXY,
                        "proxy-refused",
                        "the upstream proxy 127.0.0.1:" + origin.port()
                                + " refused a tunnel to mail.test:25 with 403 Not today"));
    }

    @Test
    void aProxyThatWantsCredentialsIsNamed() throws Exception {
        assertThat(proxyAnswer("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n")
                        .code())
                .isEqualTo("proxy-authentication-required");
    }

    @Test
    void aProxyThatSpeaksSomethingElseIsNamed() throws Exception {
        assertThat(proxyAnswer("SSH-2.0-x\r\n\r\n").code()).isEqualTo("proxy-answer-unreadable");
    }

    @Test
    void aProxyWhoseAnswerNeverEndsIsRefused() throws Exception {
        assertThat(proxyAnswer("HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(20_000))
                        .code())
                .isEqualTo("proxy-answer-unreadable");
    }

    private Failure proxyAnswer(String answer) throws Exception {
        UpstreamProxy via = new UpstreamProxy(new Endpoint("127.0.0.1", origin.port()), null, null);
        Future<UpstreamConnection> future =
                connecting(new Route(Route.Purpose.TUNNEL, new Endpoint("mail.test", 25), via, null, false), false);
        Socket proxy = origin.next();
        Loopback.head(proxy);
        proxy.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        assertThat(future.await(20, TimeUnit.SECONDS)).isTrue();
        return ((UpstreamException) future.cause()).failure();
    }

    @Test
    void aPlainRequestThroughAnotherProxyNeedsNoTunnel() throws Exception {
        UpstreamProxy via = new UpstreamProxy(new Endpoint("127.0.0.1", origin.port()), null, null);
        UpstreamConnection connection =
                connect(new Route(Route.Purpose.HTTP, new Endpoint("web.test", 80), via, null, false));

        assertThat(connection.use().connection().viaProxy()).isEqualTo(via.endpoint());
        assertThat(lookups).hasValue(0);
    }
}
