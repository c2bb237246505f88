package dev.hopscope.proxy.tls;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.OpenSslCachingX509KeyManagerFactory;
import io.netty.handler.ssl.OpenSslSessionContext;
import io.netty.handler.ssl.OpenSslSessionTicketKey;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.concurrent.Future;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLException;

/**
 * One server context for all hosts, whose key manager picks the leaf of the host each handshake is for: a context for each would cost more than the
 * handshake. Any thread. Keeps no connection.
 */
public final class MintedLeaves implements LeafCertificates {
    /** AEAD with forward secrecy only (RFC 9325 §4.2); our key is on P-256. */
    static final List<String> SUITES = List.of(
            "TLS_AES_128_GCM_SHA256",
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256");

    private final LeafKeys keys;
    private final SslProvider provider;
    private final Map<List<String>, SslContext> contexts = new ConcurrentHashMap<>();

    public MintedLeaves(CertificateAuthority authority) throws AuthorityException {
        this(authority, OpenSsl.isAvailable() ? SslProvider.OPENSSL_REFCNT : SslProvider.JDK);
    }

    MintedLeaves(CertificateAuthority authority, SslProvider provider) throws AuthorityException {
        try {
            this.keys = new LeafKeys(authority);
            this.provider = provider;
            contexts.put(List.of("http/1.1"), context(List.of("http/1.1")));
            NativeMemory.freeWith(this, contexts.values());
        } catch (GeneralSecurityException | SSLException e) {
            throw new AuthorityException("this Java cannot make server certificates: " + e.getMessage(), e);
        }
    }

    /** SHA-256 of the public key that all leaves of this run have, base64: what a browser can be told to trust. */
    public String keyDigest() {
        return keys.keyDigest();
    }

    @Override
    public Future<SslHandler> handlerFor(String host, List<String> alpn, ByteBufAllocator allocator, EventLoop loop) {
        ServerName name = ServerName.of(host);
        if (name == null) {
            return loop.newFailedFuture(new IllegalArgumentException("no certificate can name the host " + host));
        }
        try {
            keys.prepare(name);
            SslContext context = contexts.get(alpn);
            if (context == null) {
                context = context(alpn);
                contexts.put(List.copyOf(alpn), context);
            }
            return loop.newSucceededFuture(context.newHandler(allocator, name.text(), -1));
        } catch (GeneralSecurityException | SSLException e) {
            return loop.newFailedFuture(e);
        }
    }

    private SslContext context(List<String> alpn) throws SSLException {
        boolean jdk = provider == SslProvider.JDK;
        KeyManagerFactory factory = jdk
                ? new LeafKeys.Factory(keys)
                : new OpenSslCachingX509KeyManagerFactory(new LeafKeys.Factory(new PemLeafKeys(keys)), LeafKeys.BOUND);
        SslContext context = SslContextBuilder.forServer(factory)
                .sslProvider(provider)
                .protocols("TLSv1.3", "TLSv1.2")
                .ciphers(SUITES)
                .applicationProtocolConfig(new ApplicationProtocolConfig(
                        ApplicationProtocolConfig.Protocol.ALPN,
                        ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
                        ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
                        alpn))
                .build();
        if (context.sessionContext() instanceof OpenSslSessionContext sessions) {
            sessions.setTicketKeys(ticketKey());
        }
        return context;
    }

    /** Netty gives no session tickets without a key of ours; this one lasts for the run. */
    private static OpenSslSessionTicketKey ticketKey() {
        byte[] random = new byte[48];
        new SecureRandom().nextBytes(random);
        return new OpenSslSessionTicketKey(
                Arrays.copyOf(random, 16), Arrays.copyOfRange(random, 16, 32), Arrays.copyOfRange(random, 32, 48));
    }
}
