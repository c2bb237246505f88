package dev.hopscope.proxy.tls;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import java.util.List;

/** Host names to the server's side of TLS, with a certificate of our authority for each. Any thread. */
public interface LeafCertificates {
    /**
     * A handler, not yet in a pipeline (one that never gets there holds native memory: release its engine), for a connection from a client that asks for this host. Its certificate is made at the first call for a host and kept
     * for later ones.
     *
     * @param host a name or an address literal, as in the SNI or else the CONNECT target
     * @param alpn protocols offered, best first: {@code http/1.1}
     * @return completed on {@code loop}; fails only for a host that no certificate can name and where the authority is unusable
     */
    Future<SslHandler> handlerFor(String host, List<String> alpn, ByteBufAllocator allocator, EventLoop loop);
}
