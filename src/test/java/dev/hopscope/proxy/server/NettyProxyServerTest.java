package dev.hopscope.proxy.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.hopscope.exchange.ClientProcess;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.Mark;
import dev.hopscope.exchange.Outcome;
import dev.hopscope.exchange.PassReason;
import dev.hopscope.exchange.TunnelExchange;
import dev.hopscope.proxy.ProxyLimits;
import dev.hopscope.proxy.ProxyState;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NettyProxyServerTest {
    private static final Wire.Script ALWAYS_OK = (socket, nth) -> {
        while (true) {
            Wire.head(socket);
            Wire.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        }
    };
    private static final Wire.Script ECHO =
            (socket, nth) -> socket.getInputStream().transferTo(socket.getOutputStream());
    private static final PassReason PASSED = new PassReason(PassReason.Code.IGNORED_HOST, "test");

    private static ProxyLimits limits(Duration each) {
        ProxyLimits d = ProxyLimits.DEFAULT;
        return new ProxyLimits(
                d.headBytes(),
                d.headerCount(),
                each,
                each,
                each,
                each,
                d.connectTimeout(),
                d.tlsTimeout(),
                Duration.ofMillis(100),
                10);
    }

    private static String failureOf(Exchange x) {
        return x.outcome() instanceof Outcome.Failed failed
                ? failed.failure().phase() + " " + failed.failure().code()
                : x.outcome().code();
    }

    @ParameterizedTest
    @ValueSource(strings = {"best", "nio"})
    void requestsOnOneConnectionShareOneConnectionToTheOrigin(String kind) throws Exception {
        Transport transport = kind.equals("nio") ? Transport.nio() : Transport.best();
        try (Wire wire = new Wire(transport, ProxyLimits.DEFAULT, ALWAYS_OK);
                Socket client = wire.client()) {
            for (int i = 0; i < 20; i++) {
                Wire.send(client, wire.request("GET", "/" + i));
                assertThat(Wire.readUntil(client, "\r\n\r\nok")).startsWith("HTTP/1.1 200 OK");
            }
            List<Exchange> all = wire.session().awaitEnded(20);
            assertThat(wire.originConnections()).isEqualTo(1);
            assertThat(all).allMatch(x -> x.outcome() == Outcome.COMPLETED);
            HttpExchange last = (HttpExchange) all.getLast();
            assertThat(last.client().nth()).isEqualTo(20);
            assertThat(last.originConnection().nth()).isEqualTo(20);
            assertThat(last.timings()
                            .between(Mark.REQUEST_FIRST_BYTE, Mark.RETURN_END)
                            .getAsLong())
                    .isPositive();
            assertThat(wire.session().faults()).isEmpty();
        }
    }

    @Test
    void aLargeBodyPassesWholeBothWays() throws Exception {
        int size = 8 << 20;
        try (Wire wire = new Wire((socket, nth) -> {
                    Wire.head(socket);
                    byte[] got = socket.getInputStream().readNBytes(size);
                    Wire.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: " + got.length + "\r\n\r\n");
                    socket.getOutputStream().write(got);
                });
                Socket client = wire.client()) {
            byte[] body = new byte[size];
            new java.util.Random(7).nextBytes(body);
            Wire.send(client, wire.request("POST", "/", "Content-Length: " + size));
            client.getOutputStream().write(body);
            Wire.head(client);
            assertThat(client.getInputStream().readNBytes(size)).isEqualTo(body);
            HttpExchange x = wire.session().awaitHttp();
            assertThat(x.requestBody().length()).isEqualTo(size);
            assertThat(x.responseBody().length()).isEqualTo(size);
        }
    }

    @Test
    void aSlowHeadIsRefusedInTime() throws Exception {
        try (Wire wire = new Wire(Transport.best(), limits(Duration.ofMillis(200)), ALWAYS_OK);
                Socket client = wire.client()) {
            Wire.send(client, "GET / HTTP/1.1\r\nHost:");
            assertThat(Wire.readAll(client)).startsWith("HTTP/1.1 408 ");
            assertThat(failureOf(wire.session().awaitHttp())).isEqualTo("REQUEST head-timeout");
        }
    }

    @Test
    void aSilentConnectionIsClosedWithoutARow() throws Exception {
        try (Wire wire = new Wire(Transport.best(), limits(Duration.ofMillis(200)), ALWAYS_OK);
                Socket client = wire.client()) {
            assertThat(Wire.readAll(client)).isEmpty();
            assertThat(wire.session().exchanges()).isEmpty();
        }
    }

    @Test
    void anOriginThatNeverAnswersIsA504() throws Exception {
        try (Wire wire = new Wire(
                        Transport.best(),
                        limits(Duration.ofMillis(200)),
                        (socket, nth) -> socket.getInputStream().readAllBytes());
                Socket client = wire.client()) {
            Wire.send(client, wire.request("GET", "/"));
            assertThat(Wire.head(client)).startsWith("HTTP/1.1 504 ");
            assertThat(failureOf(wire.session().awaitHttp())).isEqualTo("WAIT response-timeout");
        }
    }

    @Test
    void aResponseThatStallsIsBrokenOff() throws Exception {
        try (Wire wire = new Wire(Transport.best(), limits(Duration.ofMillis(200)), (socket, nth) -> {
                    Wire.head(socket);
                    Wire.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
                    socket.getInputStream().readAllBytes();
                });
                Socket client = wire.client()) {
            Wire.send(client, wire.request("GET", "/"));
            Wire.readUntil(client, "half");
            assertThat(failureOf(wire.session().awaitHttp())).isEqualTo("RESPONSE idle-timeout");
        }
    }

    @Test
    void aDeadTargetIsA502() throws Exception {
        try (Wire wire = new Wire(ALWAYS_OK);
                Socket client = wire.client()) {
            Wire.send(client, "GET http://127.0.0.1:1/ HTTP/1.1\r\nHost: 127.0.0.1:1\r\n\r\n");
            assertThat(Wire.head(client)).startsWith("HTTP/1.1 502 ");
            assertThat(failureOf(wire.session().awaitHttp())).isEqualTo("CONNECT connection-refused");
        }
    }

    @Test
    void theWholeRefusalArrivesThoughTheClientIsStillSending() throws Exception {
        try (Wire wire = new Wire(ALWAYS_OK);
                Socket client = wire.client()) {
            Thread.ofVirtual().start(() -> {
                try {
                    Wire.send(client, "GET /" + "a".repeat(4 << 20));
                } catch (IOException e) {
                    // the proxy need not take it all
                }
            });
            assertThat(Wire.readAll(client)).startsWith("HTTP/1.1 414 ").endsWith("octets");
        }
    }

    @Test
    void plainHttpInsideATunnelIsRecognised() throws Exception {
        try (Wire wire = new Wire(ALWAYS_OK);
                Socket client = wire.client()) {
            Wire.send(client, "CONNECT " + wire.authority() + " HTTP/1.1\r\nHost: " + wire.authority() + "\r\n\r\n");
            assertThat(Wire.head(client)).startsWith("HTTP/1.1 200 ");
            Wire.send(client, "GET /in HTTP/1.1\r\nHost: " + wire.authority() + "\r\n\r\n");
            Wire.readUntil(client, "\r\n\r\nok");
            client.close();
            TunnelExchange tunnel = wire.session().awaitTunnel();
            assertThat(tunnel.opened()).isTrue();
            assertThat(tunnel.requestBytes()).isPositive();
            HttpExchange inside = (HttpExchange) wire.session().awaitEnded(2).get(1);
            assertThat(inside.parent()).isEqualTo(tunnel.id());
            assertThat(inside.origin().toString()).isEqualTo("http://" + wire.authority());
            assertThat(wire.session().faults()).isEmpty();
        }
    }

    @Test
    void octetsOfNoKnownProtocolPassThroughATunnelUnopened() throws Exception {
        try (Wire wire = new Wire(ECHO);
                Socket client = wire.client()) {
            Wire.send(client, "CONNECT " + wire.authority() + " HTTP/1.1\r\nHost: " + wire.authority() + "\r\n\r\n");
            Wire.head(client);
            Wire.send(client, "\u0001\u0002binary");
            Wire.readUntil(client, "\u0001\u0002binary");
            client.shutdownOutput();
            assertThat(Wire.readAll(client)).isEmpty();
            TunnelExchange tunnel = wire.session().awaitTunnel();
            assertThat(tunnel.passed().code()).isEqualTo(PassReason.Code.UNKNOWN_PROTOCOL);
            assertThat(tunnel.requestBytes()).isEqualTo(8);
            assertThat(tunnel.outcome()).isEqualTo(Outcome.COMPLETED);
            assertThat(tunnel.originConnection()).isNotNull();
        }
    }

    @Test
    void aClientInATunnelThatSpeaksHttp2InTheClearGetsThroughUnopened() throws Exception {
        String preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
        try (Wire wire = new Wire(ECHO);
                Socket client = wire.client()) {
            Wire.send(client, "CONNECT " + wire.authority() + " HTTP/1.1\r\nHost: " + wire.authority() + "\r\n\r\n");
            Wire.head(client);
            Wire.send(client, preface);
            assertThat(Wire.readUntil(client, "SM\r\n\r\n")).isEqualTo(preface);
            client.close();
            assertThat(wire.session().awaitTunnel().passed().code()).isEqualTo(PassReason.Code.UNKNOWN_PROTOCOL);
        }
    }

    @Test
    void aClientThatOffersHttp2AloneInTlsGetsThroughUnopened() throws Exception {
        byte[] greeting = greeting("h2");
        try (Wire wire = new Wire(ECHO);
                Socket client = wire.client()) {
            Wire.send(client, "CONNECT " + wire.authority() + " HTTP/1.1\r\nHost: " + wire.authority() + "\r\n\r\n");
            Wire.head(client);
            client.getOutputStream().write(greeting);
            assertThat(client.getInputStream().readNBytes(greeting.length)).isEqualTo(greeting);
            client.close();
            assertThat(wire.session().awaitTunnel().passed())
                    .isEqualTo(new PassReason(PassReason.Code.OTHER_PROTOCOL_OFFERED, "h2"));
        }
    }

    /** The first flight of a TLS client that offers these protocols. */
    private static byte[] greeting(String... alpn) throws Exception {
        SSLEngine engine = SSLContext.getDefault().createSSLEngine("a.test", 443);
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setApplicationProtocols(alpn);
        engine.setSSLParameters(parameters);
        ByteBuffer out = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        engine.wrap(ByteBuffer.allocate(0), out);
        out.flip();
        byte[] octets = new byte[out.remaining()];
        out.get(octets);
        return octets;
    }

    @Test
    void aServerMaySpeakFirstInATunnel() throws Exception {
        try (Wire wire = new Wire(Transport.best(), limits(Duration.ofSeconds(20)), (socket, nth) -> {
                    Wire.send(socket, "220 mail ready\r\n");
                    ECHO.play(socket, nth);
                });
                Socket client = wire.client()) {
            Wire.send(client, "CONNECT " + wire.authority() + " HTTP/1.1\r\nHost: " + wire.authority() + "\r\n\r\n");
            Wire.head(client);
            Wire.readUntil(client, "220 mail ready\r\n");
            Wire.send(client, "EHLO\r\n");
            Wire.readUntil(client, "EHLO\r\n");
            client.close();
            assertThat(wire.session().awaitTunnel().passed().code()).isEqualTo(PassReason.Code.SERVER_SPEAKS_FIRST);
        }
    }

    @Test
    void aClientThatSpeaksLateInATunnelIsRecognisedAllTheSame() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (Wire wire = new Wire(Transport.best(), impatient(Duration.ofMillis(20)), (socket, nth) -> {
                    if (nth == 1) {
                        asked.countDown();
                        assertThat(socket.getInputStream().read()).isEqualTo(-1);
                    } else {
                        ALWAYS_OK.play(socket, nth);
                    }
                });
                Socket client = wire.client()) {
            Wire.send(client, "CONNECT " + wire.authority() + " HTTP/1.1\r\nHost: " + wire.authority() + "\r\n\r\n");
            Wire.head(client);
            assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
            Wire.send(client, "GET /late HTTP/1.1\r\nHost: " + wire.authority() + "\r\n\r\n");
            assertThat(Wire.head(client)).startsWith("HTTP/1.1 200 ");
            client.close();
            TunnelExchange tunnel = wire.session().awaitTunnel();
            assertThat(tunnel.opened()).isTrue();
            assertThat(tunnel.passed()).isNull();
        }
    }

    @Test
    void anAnswerGivenBeforeAnOriginResetsTheConnectionReachesTheClient() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        try (Wire wire = new Wire((socket, nth) -> {
                    Wire.head(socket);
                    Wire.send(
                            socket,
                            "HTTP/1.1 413 Content Too Large\r\n"
                                    + "Content-Length: 9\r\n"
                                    + "Connection: close\r\n\r\n"
                                    + "too large");
                    // closing with octets unread resets the connection
                    socket.close();
                    answered.countDown();
                });
                Socket client = wire.client()) {
            Wire.send(
                    client,
                    "POST http://" + wire.authority() + "/ HTTP/1.1\r\nHost: " + wire.authority()
                            + "\r\nContent-Length: 4000000\r\n\r\nbegin");
            assertThat(answered.await(20, TimeUnit.SECONDS)).isTrue();
            Thread.ofVirtual().start(() -> {
                try {
                    client.getOutputStream().write(new byte[3_999_995]);
                } catch (IOException e) {
                    // the proxy ends a connection whose request nobody takes
                }
            });
            assertThat(Wire.head(client)).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void aResetInATunnelIsPassedOnAsAReset() throws Exception {
        try (Wire wire = new Wire((socket, nth) -> {
                    Wire.send(socket, "half of it");
                    Wire.readUntil(socket, "go");
                    socket.setSoLinger(true, 0);
                    socket.close();
                });
                Socket client = wire.client()) {
            wire.passing(PASSED);
            Wire.send(client, "CONNECT " + wire.authority() + " HTTP/1.1\r\nHost: " + wire.authority() + "\r\n\r\n");
            Wire.head(client);
            Wire.readUntil(client, "half of it");
            Wire.send(client, "go");
            assertThatThrownBy(() -> client.getInputStream().read())
                    .isInstanceOf(java.net.SocketException.class)
                    .hasMessageContaining("reset");
        }
    }

    @Test
    void aLateClientOfADeadTargetIsToldWhy() throws Exception {
        try (Wire wire = new Wire(Transport.best(), impatient(Duration.ofMillis(1)), ALWAYS_OK);
                Socket client = wire.client()) {
            Wire.send(client, "CONNECT 127.0.0.1:1 HTTP/1.1\r\nHost: 127.0.0.1:1\r\n\r\n");
            Wire.head(client);
            Wire.send(client, "GET / HTTP/1.1\r\nHost: 127.0.0.1:1\r\nConnection: close\r\n\r\n");
            assertThat(Wire.readAll(client)).startsWith("HTTP/1.1 502 ");
        }
    }

    @Test
    void aTunnelPassedByPolicyIsDialledBeforeItIsAnswered() throws Exception {
        try (Wire wire = new Wire(ALWAYS_OK);
                Socket client = wire.client()) {
            wire.passing(PASSED);
            Wire.send(client, "CONNECT 127.0.0.1:1 HTTP/1.1\r\nHost: 127.0.0.1:1\r\n\r\n");
            assertThat(Wire.readAll(client)).startsWith("HTTP/1.1 502 ");
            TunnelExchange tunnel = wire.session().awaitTunnel();
            assertThat(failureOf(tunnel)).isEqualTo("CONNECT connection-refused");
            assertThat(tunnel.passed()).isEqualTo(PASSED);
        }
    }

    @Test
    void aTunnelPassedByPolicyCarriesWhatItGetsAndEndsWithBothDirections() throws Exception {
        byte[] much = new byte[3 << 20];
        new java.util.Random(3).nextBytes(much);
        try (Wire wire = new Wire(ECHO);
                Socket client = wire.client()) {
            wire.passing(PASSED);
            Wire.send(client, "CONNECT " + wire.authority() + " HTTP/1.1\r\nHost: " + wire.authority() + "\r\n\r\n");
            Wire.head(client);
            Thread.ofVirtual().start(() -> {
                try {
                    client.getOutputStream().write(much);
                    client.shutdownOutput();
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            assertThat(client.getInputStream().readAllBytes()).isEqualTo(much);
            TunnelExchange tunnel = wire.session().awaitTunnel();
            assertThat(tunnel.requestBytes()).isEqualTo(much.length);
            assertThat(tunnel.opened()).isFalse();
            assertThat(tunnel.outcome()).isEqualTo(Outcome.COMPLETED);
        }
    }

    @Test
    void stoppingEndsWhatIsUnderWayAndTheProxyCanStartAgain() throws Exception {
        try (Wire wire = new Wire((socket, nth) -> socket.getInputStream().readAllBytes());
                Socket client = wire.client()) {
            Wire.send(client, wire.request("GET", "/"));
            wire.session().await(all -> all.size() == 1);
            List<ProxyState> states = new ArrayList<>();
            wire.proxy().onState(states::add);
            wire.proxy().stop();
            assertThat(failureOf(wire.session().awaitHttp())).isEqualTo("RETURN proxy-stopped");
            assertThat(wire.proxy().start()).isInstanceOf(ProxyState.Listening.class);
            assertThat(states.stream().map(s -> s.getClass().getSimpleName()))
                    .containsExactly("Listening", "Stopped", "Starting", "Listening");
        }
    }

    @Test
    void aProxyStartedAgainServesClients() throws Exception {
        try (Wire wire = new Wire(ALWAYS_OK)) {
            wire.proxy().stop();
            assertThat(wire.proxy().start()).isInstanceOf(ProxyState.Listening.class);
            int port = ((ProxyState.Listening) wire.proxy().state()).address().port();
            try (Socket client = new Socket("127.0.0.1", port)) {
                client.setSoTimeout(20_000);
                Wire.send(client, wire.request("GET", "/again"));
                assertThat(Wire.head(client)).startsWith("HTTP/1.1 200 ");
            }
        }
    }

    @Test
    void aTakenPortIsExplainedAndTheNextFreeOneOffered() throws Exception {
        try (Wire first = new Wire(ALWAYS_OK);
                Wire second = new Wire(ALWAYS_OK)) {
            second.proxy().stop();
            second.proxy().apply(second.proxy().options().withListen("127.0.0.1", first.port()));
            ProxyState state = second.proxy().start();
            assertThat(state).isInstanceOf(ProxyState.Failed.class);
            ProxyState.Failed failed = (ProxyState.Failed) state;
            assertThat(failed.portTaken()).isTrue();
            assertThat(failed.nextFreePort()).isGreaterThan(first.port());
            if (java.nio.file.Files.exists(java.nio.file.Path.of("/proc/net/tcp"))) {
                assertThat(failed.holder())
                        .endsWith("process " + ProcessHandle.current().pid());
            }
            second.proxy().apply(second.proxy().options().withListen("127.0.0.1", failed.nextFreePort()));
            assertThat(second.proxy().start()).isInstanceOf(ProxyState.Listening.class);
        }
    }

    @Test
    void theProgramBehindAConnectionBecomesKnown() throws Exception {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                java.nio.file.Files.exists(java.nio.file.Path.of("/proc/net/tcp")), "skipped: only Linux tells");
        try (Wire wire = new Wire((socket, nth) -> socket.getInputStream().readAllBytes());
                Socket client = wire.client()) {
            Wire.send(client, wire.request("GET", "/"));
            List<Exchange> known = wire.session()
                    .await(all -> !all.isEmpty()
                            && all.getFirst().client().connection().process() != null);
            assertThat(known.getFirst().client().connection().process().pid())
                    .isEqualTo(ProcessHandle.current().pid());
        }
    }

    @Test
    void connectionsBeyondTheLimitWaitUntilOthersEnd() throws Exception {
        try (Wire wire = new Wire(Transport.best(), limits(Duration.ofSeconds(30)), ALWAYS_OK)) {
            List<Socket> many = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                Socket client = wire.client();
                many.add(client);
                Wire.send(client, wire.request("GET", "/"));
                Wire.readUntil(client, "\r\n\r\nok");
            }
            try (Socket late = wire.client()) {
                Wire.send(late, wire.request("GET", "/late"));
                late.setSoTimeout(300);
                assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Wire.head(late)))
                        .isInstanceOf(java.net.SocketTimeoutException.class);
                late.setSoTimeout(20_000);
                for (Socket client : many) {
                    client.close();
                }
                assertThat(Wire.readUntil(late, "\r\n\r\nok")).startsWith("HTTP/1.1 200 ");
            }
        }
    }

    /** @param sniff how long a silent client of a tunnel is waited for */
    private static ProxyLimits impatient(Duration sniff) {
        ProxyLimits d = ProxyLimits.DEFAULT;
        return new ProxyLimits(
                d.headBytes(),
                d.headerCount(),
                d.headTimeout(),
                d.idleTimeout(),
                d.responseTimeout(),
                d.tunnelIdleTimeout(),
                d.connectTimeout(),
                d.tlsTimeout(),
                sniff,
                d.connections());
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "programs are found through /proc")
    void theProgramBehindAConnectionIsNamed() throws Exception {
        try (Wire wire = new Wire(ALWAYS_OK);
                Socket client = wire.client()) {
            for (int i = 1; i <= 5_000; i++) { // it is looked for while the connection is used
                Wire.send(client, wire.request("GET", "/" + i));
                Wire.readUntil(client, "\r\n\r\nok");
                ClientProcess process = wire.session()
                        .awaitEnded(i)
                        .getLast()
                        .client()
                        .connection()
                        .process();
                if (process != null) {
                    assertThat(process.pid()).isEqualTo(ProcessHandle.current().pid());
                    assertThat(process.name()).isEqualTo("java");
                    return;
                }
            }
            fail("no request was said to come from this program");
        }
    }

    @Test
    void aMoveToATakenPortLeavesTheOldOneOpenWithItsConnections() throws Exception {
        try (Wire first = new Wire(ALWAYS_OK);
                Wire second = new Wire(ALWAYS_OK);
                Socket client = second.client()) {
            ProxyState moved = second.proxy().move("127.0.0.1", first.port());
            assertThat(moved).isInstanceOf(ProxyState.Failed.class);
            assertThat(second.proxy().state()).isInstanceOf(ProxyState.Listening.class);
            assertThat(second.proxy().options().listenPort()).isNotEqualTo(first.port());
            Wire.send(client, second.request("GET", "/"));
            assertThat(Wire.readUntil(client, "\r\n\r\nok")).startsWith("HTTP/1.1 200 OK");
        }
    }

    @Test
    void anAddressThatIsNotOfThisMachineLeavesTheProxyWhereItWas() throws Exception {
        try (Wire wire = new Wire(ALWAYS_OK)) {
            ProxyState before = wire.proxy().state();
            int port = ((ProxyState.Listening) before).address().port();
            // set aside for documents (RFC 5737)
            assertThat(wire.proxy().move("192.0.2.1", port)).isInstanceOf(ProxyState.Failed.class);
            assertThat(wire.proxy().state()).isEqualTo(before);
        }
    }

    @Test
    void aMovedProxyListensAtTheNewPortAndAtTheOldNoMore() throws Exception {
        try (Wire wire = new Wire(ALWAYS_OK)) {
            int old = ((ProxyState.Listening) wire.proxy().state()).address().port();
            ProxyState moved = wire.proxy().move("127.0.0.1", 0);
            int port = ((ProxyState.Listening) moved).address().port();
            assertThat(port).isNotEqualTo(old);
            try (Socket client = new Socket("127.0.0.1", port)) {
                Wire.send(client, wire.request("GET", "/"));
                assertThat(Wire.readUntil(client, "\r\n\r\nok")).startsWith("HTTP/1.1 200 OK");
            }
            assertThatThrownBy(() -> new Socket("127.0.0.1", old).close()).isInstanceOf(IOException.class);
        }
    }
}
