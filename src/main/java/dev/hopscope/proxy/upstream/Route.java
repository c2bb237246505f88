package dev.hopscope.proxy.upstream;

import dev.hopscope.exchange.Endpoint;
import dev.hopscope.proxy.UpstreamProxy;
import org.jspecify.annotations.Nullable;

/**
 * Where an upstream connection is to lead, and so what makes two interchangeable: equal routes share idle connections.
 *
 * @param purpose what is spoken on it
 * @param target the origin, or the target of a tunnel
 * @param via the proxy behind ours, null if direct
 */
public record Route(
        Purpose purpose, Endpoint target, @Nullable UpstreamProxy via) {
    /** What is spoken on the connection. */
    public enum Purpose {
        /** HTTP in the clear; through an upstream proxy in absolute form, without CONNECT. */
        HTTP,
        /** HTTP in TLS that we open, the certificate verified; through an upstream proxy by CONNECT. */
        HTTPS,
        /** Bytes we do not read; through an upstream proxy by CONNECT. Never pooled. */
        TUNNEL
    }

    /** Whether requests go out in absolute form with the upstream proxy's credentials. */
    public boolean absoluteForm() {
        return via != null && purpose == Purpose.HTTP;
    }
}
