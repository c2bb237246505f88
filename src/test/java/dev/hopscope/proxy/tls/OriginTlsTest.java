package dev.hopscope.proxy.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.Failure;
import dev.hopscope.exchange.Phase;
import dev.hopscope.exchange.TlsInfo;
import dev.hopscope.proxy.ProxyLimits;
import dev.hopscope.proxy.ProxyOptions;
import dev.hopscope.proxy.tls.TestPki.Issued;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.concurrent.Future;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same with BoringSSL and with the JDK's TLS, which report differently. */
class OriginTlsTest {
    private static final String HOST = "shop.test";

    @TempDir
    static Path temp;

    private static Issued root;
    private static Issued leaf;
    private static Path pem;

    @BeforeAll
    static void issue() throws Exception {
        root = TestPki.root("Test root");
        leaf = TestPki.leaf(HOST).dns("other.test").from(root).issue();
        pem = root.pem(temp);
    }

    @Nested
    class WithBoringSsl extends Handshakes {
        WithBoringSsl() {
            super(SslProvider.OPENSSL_REFCNT);
        }
    }

    @Nested
    class WithTheJdk extends Handshakes {
        WithTheJdk() {
            super(SslProvider.JDK);
        }
    }

    abstract static class Handshakes {
        private final SslProvider provider;
        private final MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
        private ProxyOptions options = ProxyOptions.DEFAULT.withTrust(List.of(pem), false);
        private OriginTls tls;
        private final List<Channel> channels = new ArrayList<>();
        private Channel channel;

        Handshakes(SslProvider provider) {
            this.provider = provider;
        }

        @BeforeEach
        void open() {
            tls = new OriginTls(background, provider);
        }

        @AfterEach
        void close() throws Exception {
            for (Channel one : channels) {
                one.close().sync();
            }
            group.shutdownGracefully(0, 30, TimeUnit.SECONDS).sync();
            background.close();
        }

        private Channel connected(int port) throws Exception {
            Channel one = new Bootstrap()
                    .group(group)
                    .channel(NioSocketChannel.class)
                    .option(ChannelOption.AUTO_READ, false)
                    .handler(new ChannelInboundHandlerAdapter())
                    .connect("127.0.0.1", port)
                    .sync()
                    .channel();
            channels.add(one);
            return one;
        }

        private Future<TlsInfo> handshake(int port, String name) throws Exception {
            channel = connected(port);
            Future<TlsInfo> shaken = channel.eventLoop()
                    .submit(() -> tls.handshake(channel, new Endpoint(HOST, port), name, options))
                    .get(20, TimeUnit.SECONDS);
            assertThat(shaken.await(30, TimeUnit.SECONDS)).isTrue();
            return shaken;
        }

        private TlsInfo success(int port, String name) throws Exception {
            Future<TlsInfo> shaken = handshake(port, name);
            assertThat(shaken.cause()).isNull();
            return shaken.getNow();
        }

        private TlsRefusal refusal(int port, String name) throws Exception {
            Future<TlsInfo> shaken = handshake(port, name);
            assertThat(shaken.cause()).isInstanceOf(TlsRefusal.class);
            return (TlsRefusal) shaken.cause();
        }

        @Test
        void aConnectionThatIsGoneAlreadyIsRefusedAndHoldsNothing() throws Exception {
            try (TlsOrigin origin = new TlsOrigin(leaf)) {
                channel = connected(origin.port());
                channel.close().sync();
                Future<TlsInfo> shaken = channel.eventLoop()
                        .submit(() -> tls.handshake(channel, new Endpoint(HOST, origin.port()), HOST, options))
                        .get(20, TimeUnit.SECONDS);

                assertThat(shaken.await(20, TimeUnit.SECONDS)).isTrue();
                assertThat(shaken.cause())
                        .isInstanceOfSatisfying(
                                TlsRefusal.class,
                                refusal -> assertThat(refusal.failure().code()).isEqualTo("tls-closed"));
                assertThat(channel.pipeline().names()).noneMatch(n -> n.startsWith("SslHandler"));
            }
        }

        private void refused(int port, String code, String words) throws Exception {
            Failure failure = refusal(port, HOST).failure();
            assertThat(failure.phase()).isEqualTo(Phase.TLS);
            assertThat(failure.code()).as(failure.detail()).isEqualTo(code);
            assertThat(failure.detail())
                    .startsWith("the origin " + HOST + ":" + port)
                    .contains(words);
        }

        @Test
        void aGoodOriginIsAcceptedAndTold() throws Exception {
            try (TlsOrigin origin = new TlsOrigin(leaf)) {
                TlsInfo info = success(origin.port(), HOST);

                assertThat(info.version()).isEqualTo("TLSv1.3");
                assertThat(info.cipherSuite()).startsWith("TLS_");
                assertThat(info.sni()).isEqualTo(HOST);
                assertThat(info.certificates().decode()).containsExactly(leaf.certificate());
            }
        }

        @Test
        void theServerHearsTheNameAndTheProtocol() throws Exception {
            try (TlsOrigin origin = new TlsOrigin(leaf, s -> {
                var parameters = s.getSSLParameters();
                parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
                s.setSSLParameters(parameters);
            })) {
                TlsInfo info = success(origin.port(), HOST);
                SSLSocket socket = origin.next();

                assertThat(info.alpn()).isEqualTo("http/1.1");
                assertThat(((ExtendedSSLSession) socket.getSession()).getRequestedServerNames())
                        .singleElement()
                        .asString()
                        .contains(HOST);
            }
        }

        @Test
        void aNameOfOneLabelIsSentToo() throws Exception {
            Issued single = TestPki.leaf("intranet").from(root).issue();
            try (TlsOrigin origin = new TlsOrigin(single)) {
                success(origin.port(), "intranet");

                assertThat(((ExtendedSSLSession) origin.next().getSession()).getRequestedServerNames())
                        .isNotEmpty();
            }
        }

        @Test
        void anAddressIsNoServerName() throws Exception {
            Issued address = TestPki.leaf("x.test").ip("127.0.0.1").from(root).issue();
            try (TlsOrigin origin = new TlsOrigin(address)) {
                TlsInfo info = success(origin.port(), "127.0.0.1");

                assertThat(info.sni()).isNull();
                assertThat(((ExtendedSSLSession) origin.next().getSession()).getRequestedServerNames())
                        .isEmpty();
            }
        }

        @Test
        void tls12IsAccepted() throws Exception {
            try (TlsOrigin origin = new TlsOrigin(leaf, s -> s.setEnabledProtocols(new String[] {"TLSv1.2"}))) {
                assertThat(success(origin.port(), HOST).version()).isEqualTo("TLSv1.2");
            }
        }

        @Test
        void aBadCertificateIsRefusedWithItsChain() throws Exception {
            Issued old = TestPki.leaf(HOST)
                    .from(root)
                    .valid(Duration.ofDays(-9), Duration.ofDays(-2))
                    .issue();
            try (TlsOrigin origin = new TlsOrigin(old)) {
                TlsRefusal refusal = refusal(origin.port(), HOST);

                assertThat(refusal.failure().code()).isEqualTo("certificate-expired");
                assertThat(refusal.failure().detail()).contains(HOST + ":" + origin.port(), "expired on");
                assertThat(refusal.tls()).isNotNull();
                assertThat(refusal.tls().certificates().decode()).containsExactly(old.certificate());
            }
        }

        @Test
        void aRootThatIsNotTrustedHereIsRefused() throws Exception {
            options = ProxyOptions.DEFAULT;
            try (TlsOrigin origin = new TlsOrigin(leaf)) {
                assertThat(refusal(origin.port(), HOST).failure().code()).isEqualTo("certificate-chain-incomplete");
            }
        }

        @Test
        void aCertificateTrustedForThisRunIsAcceptedAndNoOther() throws Exception {
            Issued own = TestPki.leaf(HOST).issue();
            Issued twin = TestPki.leaf(HOST).issue();
            tls.trustForThisRun(
                    CertificateAuthority.fingerprint(own.certificate().getEncoded())
                            .toLowerCase(java.util.Locale.ROOT));
            try (TlsOrigin origin = new TlsOrigin(own);
                    TlsOrigin other = new TlsOrigin(twin)) {
                success(origin.port(), HOST);

                assertThat(refusal(other.port(), HOST).failure().code()).isEqualTo("certificate-self-signed");
            }
        }

        @Test
        void unverifiedAnyCertificateWillDo() throws Exception {
            options = ProxyOptions.DEFAULT.withTrust(List.of(), true);
            try (TlsOrigin origin = new TlsOrigin(TestPki.leaf("wrong.test")
                    .valid(Duration.ofDays(-9), Duration.ofDays(-2))
                    .issue())) {
                success(origin.port(), HOST);
            }
        }

        @Test
        void anotherTrustHoldsFromTheNextConnectionOn() throws Exception {
            options = ProxyOptions.DEFAULT;
            try (TlsOrigin origin = new TlsOrigin(leaf)) {
                refusal(origin.port(), HOST);
                options = ProxyOptions.DEFAULT.withTrust(List.of(pem), false);
                success(origin.port(), HOST);
                options = ProxyOptions.DEFAULT;
                refusal(origin.port(), HOST);
            }
        }

        @Test
        void aFileOfRootsThatCannotBeReadIsNamed() throws Exception {
            options = ProxyOptions.DEFAULT.withTrust(List.of(temp.resolve("missing.pem")), false);
            try (TlsOrigin origin = new TlsOrigin(leaf)) {
                Failure failure = refusal(origin.port(), HOST).failure();

                assertThat(failure.code()).isEqualTo("trust-not-loaded");
                assertThat(failure.detail()).contains("missing.pem");
            }
        }

        @Test
        void aSessionIsResumedAndItsCertificateJudgedForEachName() throws Exception {
            try (TlsOrigin origin = new TlsOrigin(leaf, s -> s.setEnabledProtocols(new String[] {"TLSv1.2"}))) {
                success(origin.port(), HOST);
                long first = origin.next().getSession().getCreationTime();
                channel.close().sync();
                TlsInfo again = success(origin.port(), HOST);

                assertThat(origin.next().getSession().getCreationTime()).isEqualTo(first);
                assertThat(again.certificates().decode()).containsExactly(leaf.certificate());
                channel.close().sync();
                options = ProxyOptions.DEFAULT;
                assertThat(refusal(origin.port(), HOST).tls()).isNotNull();
            }
        }

        // ---- handshakes that fail

        private interface Conversation {
            void with(Socket client) throws Exception;
        }

        private void played(Conversation conversation, String code, String words) throws Exception {
            try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
                CompletableFuture<Void> held = new CompletableFuture<>();
                Thread.ofVirtual().start(() -> {
                    try (Socket client = server.accept()) {
                        readRecord(client.getInputStream());
                        conversation.with(client);
                        held.get(30, TimeUnit.SECONDS);
                    } catch (Exception e) {
                        held.completeExceptionally(e);
                    }
                });
                refused(server.getLocalPort(), code, words);
                held.complete(null);
            }
        }

        private static void readRecord(InputStream in) throws Exception {
            byte[] header = in.readNBytes(5);
            in.readNBytes((header[3] & 0xff) << 8 | header[4] & 0xff);
        }

        private static Conversation says(String hex) {
            return client -> client.getOutputStream().write(HexFormat.of().parseHex(hex.replace(" ", "")));
        }

        @Test
        void anOriginOfTls11IsRefusedInWords() throws Exception {
            // ServerHello of TLS 1.1 with TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA
            played(
                    says("16 0302 002a 02 000026 0302" + "ab".repeat(32) + "00 c013 00"),
                    "tls-version",
                    "chose TLS 1.1; Hopscope speaks TLS 1.2 and 1.3 only");
        }

        @Test
        void anOriginOfTls10IsRefusedInWords() throws Exception {
            played(
                    says("16 0301 002a 02 000026 0301" + "ab".repeat(32) + "00 c013 00"),
                    "tls-version",
                    "chose TLS 1.0;");
        }

        @Test
        void anOriginThatRefusesOurVersionsIsToldInWords() throws Exception {
            played(
                    says("15 0301 0002 02 46"),
                    "tls-version",
                    "refused TLS 1.2 and 1.3 (alert protocol_version), so it speaks TLS 1.1 or older only");
        }

        @Test
        void anOriginWithoutAnAcceptableCipherIsToldInWords() throws Exception {
            played(
                    says("15 0303 0002 02 28"),
                    "tls-no-shared-cipher",
                    "or a key of a kind that Hopscope does not take");
        }

        @Test
        void anOriginThatDoesNotServeTheNameIsToldInWords() throws Exception {
            played(says("15 0303 0002 02 70"), "tls-unrecognized-name", "does not serve the name");
        }

        @Test
        void anAlertWithoutFurtherMeaningIsNamed() throws Exception {
            played(says("15 0303 0002 02 50"), "tls-alert", "(alert internal_error)");
        }

        @Test
        void anOriginThatSpeaksNoTlsIsQuoted() throws Exception {
            played(
                    client -> client.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII)),
                    "tls-not-spoken",
                    "it answered \"HTTP/1.1 400 Bad Request");
        }

        @Test
        void anOriginThatClosesIsToldInWords() throws Exception {
            played(Socket::close, "tls-closed", "closed the connection in the TLS handshake without a word");
        }

        @Test
        void anOriginThatResetsTheConnectionIsNotSaidToHaveClosedIt() throws Exception {
            played(
                    client -> {
                        client.setSoLinger(true, 0);
                        client.close();
                    },
                    "tls-reset",
                    "reset the connection in the TLS handshake without a word");
        }

        @Test
        void anOriginThatSpeaksNoTlsIsQuotedByItsFirstLineAlone() throws Exception {
            played(
                    client -> client.getOutputStream()
                            .write("220 mail.test ready\r\nmore".getBytes(StandardCharsets.US_ASCII)),
                    "tls-not-spoken",
                    "it answered \"220 mail.test ready\"");
        }

        @Test
        void anOriginThatSaysNothingEndsInATimeout() throws Exception {
            ProxyLimits d = ProxyLimits.DEFAULT;
            options = options.withLimits(new ProxyLimits(
                    d.headBytes(),
                    d.headerCount(),
                    d.headTimeout(),
                    d.idleTimeout(),
                    d.responseTimeout(),
                    d.tunnelIdleTimeout(),
                    d.connectTimeout(),
                    Duration.ofMillis(300),
                    d.sniffTimeout(),
                    d.connections()));
            played(client -> {}, "tls-timeout", "said nothing in the TLS handshake within 300 ms");
        }

        @Test
        void anOriginThatChoosesAForeignCipherIsRefused() throws Exception {
            // TLS_RSA_WITH_RC4_128_SHA, not offered
            played(
                    says("16 0303 002a 02 000026 0303" + "ab".repeat(32) + "00 0005 00"),
                    "tls-no-shared-cipher",
                    "cipher");
        }

        @Test
        void aDemandForAClientCertificateIsToldInWords() throws Exception {
            try (TlsOrigin origin = new TlsOrigin(leaf, s -> needsCertificate(s, "TLSv1.2"))) {
                refused(
                        origin.port(),
                        "client-certificate-required",
                        "demands a client certificate, and Hopscope has none");
            }
        }

        private static void needsCertificate(SSLServerSocket server, String version) {
            server.setEnabledProtocols(new String[] {version});
            server.setNeedClientAuth(true);
        }

        /** The alert of TLS 1.3 may come before the certificate is judged, or when someone reads already: as the dialer lends it, at once. */
        @Test
        void aDemandThatComesAfterTheHandshakeIsToldAllTheSame() throws Exception {
            try (TlsOrigin origin = new TlsOrigin(leaf, s -> needsCertificate(s, "TLSv1.3"))) {
                CompletableFuture<Throwable> told = new CompletableFuture<>();
                channel = connected(origin.port());
                channel.eventLoop()
                        .execute(() -> tls.handshake(channel, new Endpoint(HOST, origin.port()), HOST, options)
                                .addListener(shaken -> {
                                    if (shaken.isSuccess()) {
                                        channel.pipeline().addLast(new ChannelInboundHandlerAdapter() {
                                            @Override
                                            public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
                                                told.complete(cause);
                                            }
                                        });
                                        channel.config().setAutoRead(true);
                                    } else {
                                        told.complete(shaken.cause());
                                    }
                                }));

                assertThat(told.get(20, TimeUnit.SECONDS))
                        .isInstanceOfSatisfying(
                                TlsRefusal.class,
                                refusal ->
                                        assertThat(refusal.failure().code()).isEqualTo("client-certificate-required"));
            }
        }

        @Test
        void aWishForAClientCertificateIsNoDemand() throws Exception {
            try (TlsOrigin origin = new TlsOrigin(leaf, s -> s.setWantClientAuth(true))) {
                success(origin.port(), HOST);
            }
        }

        @Test
        void whatAServerSaysFirstReachesWhoeverReadsLater() throws Exception {
            try (TlsOrigin origin = new TlsOrigin(leaf, s -> s.setEnabledProtocols(new String[] {"TLSv1.2"}))) {
                success(origin.port(), HOST);
                origin.next().getOutputStream().write("220 hello".getBytes(StandardCharsets.US_ASCII));

                assertThat(exchange("")).isEqualTo("220 hello");
            }
        }

        @Test
        void requestsAndResponsesPass() throws Exception {
            try (TlsOrigin origin = new TlsOrigin(leaf)) {
                success(origin.port(), HOST);

                assertThat(exchange("GET / HTTP/1.1\r\n\r\n"))
                        .isEqualTo("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
            }
        }

        private String exchange(String request) throws Exception {
            CompletableFuture<String> answer = new CompletableFuture<>();
            StringBuilder text = new StringBuilder();
            channel.eventLoop().execute(() -> {
                channel.pipeline().addLast(new SimpleChannelInboundHandler<ByteBuf>() {
                    @Override
                    protected void channelRead0(ChannelHandlerContext ctx, ByteBuf bytes) {
                        String so = text.append(bytes.toString(StandardCharsets.US_ASCII))
                                .toString();
                        if (so.endsWith("hello") || so.endsWith("ok")) {
                            answer.complete(so);
                        }
                    }
                });
                channel.config().setAutoRead(true);
                if (!request.isEmpty()) {
                    channel.writeAndFlush(Unpooled.copiedBuffer(request, StandardCharsets.US_ASCII));
                }
            });
            return answer.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void aFileOfRootsIsCheckedBeforehand() throws Exception {
        assertThat(TrustAnchors.problem(pem)).isNull();
        assertThat(TrustAnchors.problem(temp.resolve("none.pem"))).contains("none.pem");
        assertThat(TrustAnchors.problem(Files.writeString(temp.resolve("text.pem"), "hello")))
                .contains("text.pem", "no readable certificate");
    }
}
