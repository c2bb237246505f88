package dev.hopscope.proxy;

import java.time.Duration;

/**
 * Bounds of what the engine takes from a peer, each a setting.
 *
 * @param headBytes start line and field lines of one message, octets; also of a trailer section
 * @param headerCount field lines of one message
 * @param headTimeout from the first octet of a head to its end
 * @param idleTimeout without an octet on a kept-alive connection or in the middle of a message
 * @param responseTimeout from the end of a request to the first octet of its response
 * @param tunnelIdleTimeout without an octet either way in a tunnel or an upgraded connection
 * @param connectTimeout for the TCP connection to one upstream, all addresses together
 * @param tlsTimeout for the TLS handshake, either side
 * @param sniffTimeout how long a silent client in a tunnel is waited for before the other end is asked whether it speaks first
 * @param connections accepted at once; further ones wait in the kernel's queue
 */
public record ProxyLimits(
        int headBytes,
        int headerCount,
        Duration headTimeout,
        Duration idleTimeout,
        Duration responseTimeout,
        Duration tunnelIdleTimeout,
        Duration connectTimeout,
        Duration tlsTimeout,
        Duration sniffTimeout,
        int connections) {
    public static final ProxyLimits DEFAULT = new ProxyLimits(
            64 * 1024,
            200,
            Duration.ofSeconds(30),
            Duration.ofSeconds(120),
            Duration.ofSeconds(300),
            Duration.ofMinutes(60),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofMillis(500),
            10_000);
}
