package dev.hopscope.proxy;

import dev.hopscope.playground.Playground;
import dev.hopscope.proxy.server.NettyProxyServer;
import dev.hopscope.proxy.server.Parts;
import dev.hopscope.proxy.server.Transport;
import dev.hopscope.proxy.tls.CertificateAuthority;
import dev.hopscope.proxy.tls.InnerOriginTls;
import dev.hopscope.proxy.tls.MintedLeaves;
import dev.hopscope.proxy.tls.OriginTls;
import dev.hopscope.proxy.tls.PatternPolicy;
import dev.hopscope.proxy.upstream.Dialer;
import dev.hopscope.proxy.upstream.Names;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** A whole proxy that opens TLS, on a free port of 127.0.0.1, recording into memory. */
public final class OpeningProxy implements AutoCloseable {
    private final ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor();
    private final RecordedSession session = new RecordedSession();
    private final CertificateAuthority authority;
    private final Playground playground;
    private final NettyProxyServer server;
    private final int port;

    /** @param folder for the authority's files */
    public OpeningProxy(Path folder, ProxyOptions options) throws Exception {
        AtomicReference<ProxyOptions> inForce = new AtomicReference<>(options.withListen("127.0.0.1", 0));
        authority = CertificateAuthority.open(folder);
        Transport transport = Transport.best();
        OriginTls tls = new OriginTls(blocking);
        playground = new Playground(
                () -> {
                    InnerOriginTls made = InnerOriginTls.of(authority, InnerOrigins.PLAYGROUND);
                    tls.trustForThisRun(made.fingerprint());
                    return made.context();
                },
                () -> "");
        Dialer dialer = new Dialer(
                inForce::get, session::nextConnectionId, transport.channels(), new Names(blocking), tls, playground);
        server = new NettyProxyServer(new Parts(
                inForce,
                session,
                session,
                new PlainPages(),
                transport,
                dialer,
                new MintedLeaves(authority),
                new PatternPolicy(inForce::get),
                tls::trustForThisRun));
        if (!(server.start() instanceof ProxyState.Listening listening)) {
            throw new IllegalStateException(server.state().toString());
        }
        port = listening.address().port();
    }

    public int port() {
        return port;
    }

    public RecordedSession session() {
        return session;
    }

    public CertificateAuthority authority() {
        return authority;
    }

    public ProxyServer server() {
        return server;
    }

    @Override
    public void close() {
        server.close();
        playground.close();
        blocking.close();
    }
}
