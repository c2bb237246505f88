package dev.hopscope.proxy.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.FailedHandshake;
import dev.hopscope.exchange.Failure;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.Outcome;
import dev.hopscope.exchange.PassReason;
import dev.hopscope.exchange.Phase;
import dev.hopscope.exchange.TunnelExchange;
import dev.hopscope.proxy.CacheOptions;
import dev.hopscope.proxy.OpeningProxy;
import dev.hopscope.proxy.ProxyLimits;
import dev.hopscope.proxy.ProxyOptions;
import dev.hopscope.proxy.tls.TestPki;
import dev.hopscope.proxy.tls.TestPki.Issued;
import dev.hopscope.proxy.tls.TlsOrigin;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS of clients, opened, over real sockets. */
class TlsTest {
    @TempDir
    Path temp;

    private Issued root;
    private TlsOrigin origin;
    private OpeningProxy proxy;

    @BeforeEach
    void start() throws Exception {
        root = TestPki.root("Test root");
        origin = new TlsOrigin(TestPki.leaf("localhost")
                .dns("app.localhost")
                .ip("127.0.0.1")
                .from(root)
                .issue());
        proxy = open(options());
    }

    private ProxyOptions options() throws Exception {
        ProxyLimits d = ProxyLimits.DEFAULT;
        // a client of the JDK may need more than half a second for its first greeting
        ProxyLimits patient = new ProxyLimits(
                d.headBytes(),
                d.headerCount(),
                d.headTimeout(),
                d.idleTimeout(),
                d.responseTimeout(),
                d.tunnelIdleTimeout(),
                d.connectTimeout(),
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                d.connections());
        return ProxyOptions.DEFAULT.withTrust(List.of(root.pem(temp)), false).withLimits(patient);
    }

    private OpeningProxy open(ProxyOptions options) throws Exception {
        return new OpeningProxy(temp.resolve("conf"), options);
    }

    private void restart(ProxyOptions options) throws Exception {
        proxy.close();
        proxy = open(options);
    }

    @AfterEach
    void stop() throws Exception {
        List<String> faults = proxy.session().faults();
        proxy.close();
        origin.close();
        assertThat(faults).isEmpty();
    }

    // ---- a client of our own

    private Socket tunnel(String target) throws IOException {
        Socket socket = new Socket("127.0.0.1", proxy.port());
        socket.setSoTimeout(20_000);
        socket.getOutputStream()
                .write(("CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        assertThat(head(socket.getInputStream())).startsWith("HTTP/1.1 200 ");
        return socket;
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (!text.toString().endsWith("\r\n\r\n")) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("ended after " + text);
            }
            text.append((char) octet);
        }
        return text.toString();
    }

    private SSLContext trusting(@Nullable X509Certificate certificate) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry(
                "ca", certificate == null ? TestPki.root("Another").certificate() : certificate);
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private SSLSocket tls(Socket tunnel, SSLContext context, @Nullable String sni, String... versions)
            throws Exception {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(tunnel, "ignored", 443, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setServerNames(sni == null ? List.of() : List.of(new SNIHostName(sni)));
        parameters.setApplicationProtocols(new String[] {"http/1.1"});
        socket.setSSLParameters(parameters);
        if (versions.length > 0) {
            socket.setEnabledProtocols(versions);
        }
        return socket;
    }

    private void restartImpatient() throws Exception {
        ProxyLimits d = ProxyLimits.DEFAULT;
        restart(options()
                .withLimits(new ProxyLimits(
                        d.headBytes(),
                        d.headerCount(),
                        d.headTimeout(),
                        d.idleTimeout(),
                        d.responseTimeout(),
                        d.tunnelIdleTimeout(),
                        d.connectTimeout(),
                        Duration.ofSeconds(20),
                        Duration.ofMillis(20),
                        d.connections())));
    }

    @Test
    void aClientThatIsSlowBetweenHandshakeAndRequestIsRecordedAllTheSame() throws Exception {
        restartImpatient();
        SSLContext context = trusting(proxy.authority().certificate());
        try (SSLSocket socket = (SSLSocket)
                context.getSocketFactory().createSocket(tunnel(target()), "localhost", origin.port(), true)) {
            socket.startHandshake();
            origin.awaitHandshake();
            assertThat(get(socket)).startsWith("HTTP/1.1 200 ").endsWith("ok");
        }
        assertThat(http().parent()).isEqualTo(tunnelRow().id());
        assertThat(tunnelRow().opened()).isTrue();
    }

    private SSLSocket opened(String target, @Nullable String sni, String... versions) throws Exception {
        return tls(tunnel(target), trusting(proxy.authority().certificate()), sni, versions);
    }

    private String get(SSLSocket socket) throws IOException {
        socket.getOutputStream()
                .write(("GET /x HTTP/1.1\r\nHost: " + target() + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        String head = head(socket.getInputStream());
        int length = Integer.parseInt(head.replaceAll("(?is).*content-length: *(\\d+).*", "$1"));
        return head + new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
    }

    private String target() {
        return "localhost:" + origin.port();
    }

    private HttpExchange http() throws Exception {
        List<Exchange> all = proxy.session()
                .await(l -> l.stream()
                        .anyMatch(x -> x instanceof HttpExchange && x.outcome().terminal()));
        return (HttpExchange)
                all.stream().filter(HttpExchange.class::isInstance).findFirst().orElseThrow();
    }

    private TunnelExchange tunnelRow() throws Exception {
        return proxy.session().awaitTunnel();
    }

    private FailedHandshake refused() throws Exception {
        List<Exchange> all = proxy.session().await(l -> l.stream().anyMatch(FailedHandshake.class::isInstance));
        return (FailedHandshake) all.stream()
                .filter(FailedHandshake.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private static Failure failure(Exchange exchange) {
        return ((Outcome.Failed) exchange.outcome()).failure();
    }

    // ---- opened

    @Test
    void openedHttpsIsAnsweredFromTheCacheAndNoOtherNameOfTheSameConnectionIs() throws Exception {
        restart(options().withCache(new CacheOptions(temp.resolve("cache"), 1 << 20, true)));
        origin.says("Cache-Control: max-age=1000\r\n");

        try (SSLSocket socket = opened(target(), "app.localhost")) {
            assertThat(get(socket)).contains("Cache-Status: hopscope; fwd=bypass");
        }
        try (SSLSocket socket = opened(target(), "localhost")) {
            assertThat(get(socket)).contains("fwd=uri-miss; stored");
            assertThat(get(socket)).contains("hopscope; hit").endsWith("ok");
        }
    }

    @Test
    void aRequestInsideTlsIsAnExchangeInItsTunnel() throws Exception {
        try (SSLSocket socket = opened(target(), "localhost")) {
            assertThat(get(socket)).startsWith("HTTP/1.1 200 OK").endsWith("ok");
        }
        HttpExchange exchange = http();
        TunnelExchange tunnel = tunnelRow();

        assertThat(exchange.parent()).isEqualTo(tunnel.id());
        assertThat(exchange.origin().toString()).isEqualTo("https://localhost:" + origin.port());
        assertThat(tunnel.opened()).isTrue();
        assertThat(tunnel.sni()).isEqualTo("localhost");
    }

    @Test
    void bothLegsTellWhatTheirTlsAgreedOn() throws Exception {
        try (SSLSocket socket = opened(target(), "localhost")) {
            get(socket);
        }
        HttpExchange exchange = http();

        assertThat(exchange.client().connection().tls()).satisfies(tls -> {
            assertThat(tls.version()).isEqualTo("TLSv1.3");
            assertThat(tls.alpn()).isEqualTo("http/1.1");
            assertThat(tls.sni()).isEqualTo("localhost");
            assertThat(tls.certificates().isEmpty()).isTrue();
        });
        assertThat(exchange.originConnection()).isNotNull();
        assertThat(exchange.originConnection().connection().tls()).satisfies(tls -> {
            assertThat(tls.version()).isEqualTo("TLSv1.3");
            assertThat(tls.certificates().decode()).hasSize(1);
        });
    }

    @Test
    void tls12IsSpokenToo() throws Exception {
        try (SSLSocket socket = opened(target(), "localhost", "TLSv1.2")) {
            assertThat(get(socket)).endsWith("ok");
            assertThat(socket.getSession().getCipherSuite()).startsWith("TLS_ECDHE_ECDSA_WITH_");
        }
    }

    @Test
    void aClientWithoutServerNameGetsACertificateForTheTarget() throws Exception {
        try (SSLSocket socket = opened("127.0.0.1:" + origin.port(), null)) {
            assertThat(get(socket)).endsWith("ok");
            X509Certificate leaf = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            assertThat(leaf.getSubjectAlternativeNames()).containsExactly(List.of(7, "127.0.0.1"));
        }
        assertThat(tunnelRow().sni()).isNull();
    }

    @Test
    void theServerNameDecidesOnTheCertificateAndGoesToTheOrigin() throws Exception {
        try (SSLSocket socket = opened("127.0.0.1:" + origin.port(), "app.localhost")) {
            get(socket);
            X509Certificate leaf = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            assertThat(leaf.getSubjectAlternativeNames()).containsExactly(List.of(2, "app.localhost"));
        }
        assertThat(http().originConnection().connection().tls().sni()).isEqualTo("app.localhost");
    }

    @Test
    void aGreetingThatComesOctetByOctetIsUnderstood() throws Exception {
        byte[] greeting = greeting(0x0303, ECDHE_ECDSA_AES128_GCM);
        try (Socket raw = tunnel(target())) {
            raw.setTcpNoDelay(true);
            for (byte octet : greeting) {
                raw.getOutputStream().write(octet);
                raw.getOutputStream().flush();
            }
            assertThat(raw.getInputStream().read())
                    .as("a handshake record in answer")
                    .isEqualTo(22);
        }
    }

    /** A greeting without TLS 1.3, for localhost. */
    private static byte[] greeting(int version, int cipher) {
        String sni =
                "0000 000e 000c 00 0009" + HexFormat.of().formatHex("localhost".getBytes(StandardCharsets.US_ASCII));
        String extensions = sni + "000a 0004 0002 0017" + "000b 0002 0100" + "000d 0004 0002 0403";
        String body = "%04x".formatted(version) + "00".repeat(32) + "00" + "0002" + "%04x".formatted(cipher) + "0100"
                + sized(extensions, 4);
        return HexFormat.of().parseHex(("16 0301" + sized("01" + sized(body, 6), 4)).replace(" ", ""));
    }

    private static String sized(String hex, int digits) {
        String dense = hex.replace(" ", "");
        return ("%0" + digits + "x").formatted(dense.length() / 2) + dense;
    }

    private static final int ECDHE_ECDSA_AES128_GCM = 0xc02b;
    private static final int RSA_AES128_GCM = 0x009c;

    @Test
    void severalHundredHostsAllWork() throws Exception {
        for (int i = 0; i < 300; i++) {
            try (SSLSocket socket = opened(target(), "h" + i + ".localhost")) {
                socket.startHandshake();
                X509Certificate leaf = (X509Certificate) socket.getSession().getPeerCertificates()[0];
                assertThat(leaf.getSubjectAlternativeNames()).containsExactly(List.of(2, "h" + i + ".localhost"));
            }
        }
    }

    @Test
    void aClientThatComesAgainResumesItsSession() throws Exception {
        SSLContext context = trusting(proxy.authority().certificate());
        long first;
        try (SSLSocket socket = (SSLSocket)
                context.getSocketFactory().createSocket(tunnel(target()), "localhost", origin.port(), true)) {
            get(socket);
            first = socket.getSession().getCreationTime();
        }
        try (SSLSocket socket = (SSLSocket)
                context.getSocketFactory().createSocket(tunnel(target()), "localhost", origin.port(), true)) {
            get(socket);
            assertThat(socket.getSession().getCreationTime()).isEqualTo(first);
        }
    }

    // ---- passed

    @Test
    void anIgnoredServerNameIsPassedUnopened() throws Exception {
        restart(options().withHosts(List.of("^app\\.localhost$"), List.of()));
        try (SSLSocket socket =
                tls(tunnel("127.0.0.1:" + origin.port()), trusting(root.certificate()), "app.localhost")) {
            assertThat(get(socket)).endsWith("ok");
        }
        TunnelExchange tunnel = tunnelRow();

        assertThat(tunnel.passed()).isEqualTo(new PassReason(PassReason.Code.IGNORED_HOST, "^app\\.localhost$"));
        assertThat(tunnel.sni()).isEqualTo("app.localhost");
    }

    // ---- clients that refuse

    @Test
    void aClientThatRefusesOurCertificateBecomesARow() throws Exception {
        for (String version : List.of("TLSv1.3", "TLSv1.2")) {
            restart(options());
            try (SSLSocket socket = tls(tunnel(target()), trusting(null), "localhost", version)) {
                socket.startHandshake();
            } catch (SSLException expected) {
                // the client does not trust us: what the row is to tell
            }
            FailedHandshake row = refused();

            assertThat(failure(row).phase()).isEqualTo(Phase.CLIENT_TLS);
            assertThat(failure(row).code()).isEqualTo("client-rejected-certificate");
            assertThat(failure(row).detail()).contains("made for localhost", "(alert certificate_unknown)");
            assertThat(row.sni()).isEqualTo("localhost");
            assertThat(row.target().toString()).isEqualTo(target());
            assertThat(row.parent()).isEqualTo(tunnelRow().id());
        }
    }

    @Test
    void aClientThatGoesInTheMiddleBecomesARow() throws Exception {
        try (Socket raw = tunnel(target())) {
            raw.getOutputStream().write(greeting(0x0303, ECDHE_ECDSA_AES128_GCM));
            raw.getInputStream().read();
        }

        assertThat(failure(refused()).code()).isEqualTo("client-closed-handshake");
    }

    @Test
    void aClientOfOldTlsIsToldInWords() throws Exception {
        try (Socket raw = tunnel(target())) {
            raw.getOutputStream().write(greeting(0x0302, ECDHE_ECDSA_AES128_GCM));
            raw.getInputStream().readAllBytes();
        }

        assertThat(failure(refused()))
                .isEqualTo(new Failure(
                        Phase.CLIENT_TLS,
                        "tls-version",
                        "the client speaks TLS 1.1 at most; Hopscope speaks TLS 1.2 and 1.3 only"));
    }

    @Test
    void aClientWithoutAnAcceptableCipherIsToldInWords() throws Exception {
        try (Socket raw = tunnel(target())) {
            raw.getOutputStream().write(greeting(0x0303, RSA_AES128_GCM));
            raw.getInputStream().readAllBytes();
        }

        assertThat(failure(refused()).code()).isEqualTo("no-shared-cipher");
    }

    @Test
    void aBrokenGreetingIsAnsweredByAnAlertAndARow() throws Exception {
        try (Socket raw = tunnel(target())) {
            raw.getOutputStream().write(HexFormat.of().parseHex("160301000501000001ff"));
            assertThat(raw.getInputStream().read()).isEqualTo(21);
        }

        assertThat(failure(refused()).phase()).isEqualTo(Phase.CLIENT_TLS);
    }

    // ---- bad origins

    @Test
    void aBadOriginCertificateIsA502ThatSaysWhatIsWrongAndStandsInTheRecord() throws Exception {
        origin.close();
        Issued old = TestPki.leaf("localhost")
                .from(root)
                .valid(Duration.ofDays(-9), Duration.ofDays(-2))
                .issue();
        origin = new TlsOrigin(old);
        String answer;
        try (SSLSocket socket = opened(target(), "localhost")) {
            answer = get(socket);
        }
        HttpExchange exchange = http();

        assertThat(answer).startsWith("HTTP/1.1 502 ").contains("expired on");
        assertThat(failure(exchange).code()).isEqualTo("certificate-expired");
        assertThat(exchange.originConnection().connection().tls().certificates().decode())
                .containsExactly(old.certificate());
    }

    @Test
    void aBadCertificateTrustedForThisRunIsAccepted() throws Exception {
        origin.close();
        Issued own = TestPki.leaf("localhost").issue();
        origin = new TlsOrigin(own);
        byte[] digest = java.security.MessageDigest.getInstance("SHA-256")
                .digest(own.certificate().getEncoded());
        proxy.server()
                .trustForThisRun(HexFormat.ofDelimiter(":").formatHex(digest).toUpperCase(Locale.ROOT));
        try (SSLSocket socket = opened(target(), "localhost")) {
            assertThat(get(socket)).endsWith("ok");
        }
    }

    @Test
    void aReplayOfWhatCameInTlsGoesOutInTls() throws Exception {
        try (SSLSocket socket = opened(target(), "localhost")) {
            get(socket);
        }
        var prepared = dev.hopscope.replay.Replay.prepare(http(), null, dev.hopscope.replay.ReplayEdit.NONE, ref -> {
            throw new java.io.IOException("it has no body");
        });
        proxy.server()
                .replay(((dev.hopscope.replay.Preparation.Ready) prepared).request())
                .over()
                .toCompletableFuture()
                .get(10, java.util.concurrent.TimeUnit.SECONDS);
        HttpExchange replay = (HttpExchange) proxy.session()
                .await(all -> all.getLast() instanceof HttpExchange x
                        && x.source() instanceof dev.hopscope.exchange.Source.Replayed
                        && x.outcome().terminal())
                .getLast();
        assertThat(replay.outcome()).isEqualTo(dev.hopscope.exchange.Outcome.COMPLETED);
        assertThat(replay.originConnection().connection().tls()).isNotNull();
    }

    // ---- the real curl

    private String curl(String... arguments) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "curl is not installed");
        List<String> command =
                new ArrayList<>(List.of("/usr/bin/curl", "-sS", "-m", "20", "-x", "http://127.0.0.1:" + proxy.port()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + said;
    }

    @Test
    void curlThatTrustsOurAuthorityIsServed() throws Exception {
        String ca = proxy.authority().pemFile().toString();

        assertThat(curl("--cacert", ca, "https://app.localhost:" + origin.port() + "/"))
                .isEqualTo("0 ok");
        assertThat(curl("--cacert", ca, "--tls-max", "1.2", "https://127.0.0.1:" + origin.port() + "/"))
                .isEqualTo("0 ok");
    }

    @Test
    void curlThatDoesNotTrustUsIsARow() throws Exception {
        assertThat(curl("https://app.localhost:" + origin.port() + "/")).startsWith("60 ");

        assertThat(failure(refused()))
                .isEqualTo(new Failure(
                        Phase.CLIENT_TLS,
                        "client-rejected-certificate",
                        "the client refused the certificate that Hopscope made for app.localhost (alert unknown_ca):"
                                + " it does not trust Hopscope's certificate authority"));
    }
}
