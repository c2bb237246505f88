package dev.hopscope.proxy.tls;

import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.Future;
import java.util.List;

/** Host names to TLS contexts that show a certificate of our authority for them. */
public interface LeafCertificates {
    /**
     * The context for connections from clients that ask for this host; made at the first call, kept for later ones.
     *
     * @param host a name or an address literal, as in the SNI or else the CONNECT target
     * @param alpn protocols offered, best first: {@code http/1.1}
     * @return completed on {@code loop}; fails only where the authority is unusable
     */
    Future<SslContext> contextFor(String host, List<String> alpn, EventLoop loop);
}
