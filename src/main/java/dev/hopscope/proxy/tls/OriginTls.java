package dev.hopscope.proxy.tls;

import dev.hopscope.exchange.Certificates;
import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.Failure;
import dev.hopscope.exchange.Phase;
import dev.hopscope.exchange.TlsInfo;
import dev.hopscope.proxy.ProxyOptions;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.nio.channels.ClosedChannelException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * The client's side of TLS, towards origins: one context for the run, so that sessions are resumed; the certificate is judged after each handshake, before
 * anything is sent inside. Any thread; a handshake runs on its connection's loop, and judging off it. Dials nothing.
 */
public final class OriginTls {
    /** AEAD and, for older origins, CBC; forward secrecy always. No 3DES, RC4, NULL, DHE, and no key exchange by RSA. */
    static final List<String> SUITES = List.of(
            "TLS_AES_128_GCM_SHA256",
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA",
            "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
            "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA",
            "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA");

    private static final List<String> ALPN = List.of("http/1.1");

    private final SslContext context;
    private final Judge judge;
    private final Set<String> trusted = ConcurrentHashMap.newKeySet();

    /** @param background runs what blocks or takes milliseconds: loading roots, judging chains */
    public OriginTls(Executor background) {
        this(background, OpenSsl.isAvailable() ? SslProvider.OPENSSL_REFCNT : SslProvider.JDK);
    }

    OriginTls(Executor background, SslProvider provider) {
        this.judge = new Judge(background);
        try {
            this.context = SslContextBuilder.forClient()
                    .sslProvider(provider)
                    .protocols("TLSv1.3", "TLSv1.2")
                    .ciphers(SUITES)
                    .trustManager(new JudgedLater())
                    .endpointIdentificationAlgorithm(null)
                    .applicationProtocolConfig(new ApplicationProtocolConfig(
                            ApplicationProtocolConfig.Protocol.ALPN,
                            ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
                            ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
                            ALPN))
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException("this Java has no TLS client", e);
        }
        NativeMemory.freeWith(this, List.of(context));
    }

    /** Loads the roots in the background, so that the first origin does not wait for them. */
    public void warmUp(ProxyOptions options) {
        judge.prepare(options.upstreamCa());
    }

    /**
     * Accepts this certificate, whatever is wrong with it, until the program ends.
     *
     * @param sha256 the leaf's fingerprint, hex pairs with colons
     */
    public void trustForThisRun(String sha256) {
        trusted.add(sha256.toUpperCase(Locale.ROOT));
    }

    /**
     * Speaks TLS on a connected channel whose auto-read is off.
     *
     * @param origin for the words
     * @param serverName for the SNI and the certificate: a name or an address literal
     * @return completed on the channel's loop; fails with {@link TlsRefusal} only, and the channel is then to be closed
     */
    public Future<TlsInfo> handshake(Channel channel, Endpoint origin, String serverName, ProxyOptions options) {
        Promise<TlsInfo> promise = channel.eventLoop().newPromise();
        ServerName name = ServerName.of(serverName);
        Duration limit = options.limits().tlsTimeout();
        ServerFlight flight = new ServerFlight();
        OriginFailures failures = new OriginFailures(origin, flight, limit);
        if (!channel.isActive()) {
            // a pipeline that is over would never let go of an engine's native memory
            return promise.setFailure(new TlsRefusal(failures.explain(new ClosedChannelException()), null));
        }
        OriginTail tail = new OriginTail(failures);
        SslHandler handler =
                context.newHandler(channel.alloc(), name == null ? serverName : name.text(), origin.port());
        handler.setHandshakeTimeoutMillis(limit.toMillis());
        if (name != null && !name.ip()) {
            SSLParameters parameters = handler.engine().getSSLParameters();
            parameters.setServerNames(
                    List.of(new SNIHostName(name.text().getBytes(java.nio.charset.StandardCharsets.US_ASCII))));
            handler.engine().setSSLParameters(parameters);
        }
        handler.handshakeFuture().addListener(shaken -> {
            if (shaken.isSuccess()) {
                tail.handshakeOver();
                check(handler, tail, origin, name, options, channel.eventLoop(), promise);
            } else {
                promise.tryFailure(new TlsRefusal(failures.explain(shaken.cause()), null));
            }
        });
        channel.pipeline().addLast(flight, handler, tail);
        return promise;
    }

    private void check(
            SslHandler handler,
            OriginTail tail,
            Endpoint origin,
            @Nullable ServerName name,
            ProxyOptions options,
            EventLoop loop,
            Promise<TlsInfo> promise) {
        SSLSession session = handler.engine().getSession();
        List<byte[]> chain = chain(session);
        String sni = name == null || name.ip() ? null : name.text();
        TlsInfo info = new TlsInfo(
                session.getProtocol(),
                session.getCipherSuite(),
                handler.applicationProtocol(),
                sni,
                Certificates.ofDer(chain));
        if (options.insecure()
                || !chain.isEmpty() && trusted.contains(CertificateAuthority.fingerprint(chain.getFirst()))) {
            promise.trySuccess(info);
            return;
        }
        CompletableFuture<List<Fault>> sentence = judge.judge(options.upstreamCa(), chain, name);
        if (sentence.isDone()) {
            settle(sentence, tail, origin, info, promise);
        } else {
            var unused = sentence.whenComplete(
                    (faults, failure) -> loop.execute(() -> settle(sentence, tail, origin, info, promise)));
        }
    }

    /** On the loop again: what the origin said meanwhile counts too. */
    private static void settle(
            CompletableFuture<List<Fault>> sentence,
            OriginTail tail,
            Endpoint origin,
            TlsInfo info,
            Promise<TlsInfo> promise) {
        if (sentence.isCompletedExceptionally()) {
            Throwable failure = sentence.exceptionNow();
            promise.tryFailure(new TlsRefusal(
                    new Failure(
                            Phase.TLS,
                            "trust-not-loaded",
                            "whether to trust " + origin + " cannot be told: " + failure.getMessage()),
                    info));
            return;
        }
        List<Fault> faults = sentence.resultNow();
        TlsRefusal late = tail.fault();
        if (!faults.isEmpty()) {
            String detail = "Hopscope does not accept the certificate of " + origin + ": " + Fault.sentence(faults);
            promise.tryFailure(new TlsRefusal(
                    new Failure(Phase.TLS, faults.getFirst().code().text(), detail), info));
        } else if (late != null) {
            promise.tryFailure(late);
        } else {
            promise.trySuccess(info);
        }
    }

    private static List<byte[]> chain(SSLSession session) {
        List<byte[]> chain = new ArrayList<>();
        try {
            for (Certificate certificate : session.getPeerCertificates()) {
                chain.add(certificate.getEncoded());
            }
        } catch (SSLPeerUnverifiedException | CertificateEncodingException e) {
            return chain; // none: the judge says so
        }
        return chain;
    }
}
