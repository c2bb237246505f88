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
 * @param serverName the name for the SNI and the check of the certificate (what the client asked for), null to take the target's host; only for HTTPS
 * @param restricted whether addresses of this machine, loopback, link-local and metadata addresses are refused after the name is resolved (the client is
 *     not on this machine)
 */
public record Route(
        Purpose purpose,
        Endpoint target,
        @Nullable UpstreamProxy via,
        @Nullable String serverName,
        boolean restricted) {
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
