package dev.hopscope.exchange;

import org.jspecify.annotations.Nullable;

/**
 * What a TLS handshake agreed on.
 *
 * @param version {@code TLSv1.3}
 * @param cipherSuite the standard name: {@code TLS_AES_128_GCM_SHA256}
 * @param alpn the protocol chosen, null if none (RFC 7301)
 * @param sni the name sent by the client of this connection, null if none (RFC 6066 §3)
 * @param certificates the chain the server of this connection showed; empty on connections from clients
 */
public record TlsInfo(
        String version,
        String cipherSuite,
        @Nullable String alpn,
        @Nullable String sni,
        Certificates certificates) {}
