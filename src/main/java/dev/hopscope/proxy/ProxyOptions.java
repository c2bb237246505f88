package dev.hopscope.proxy;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the proxy runs. Host and port count at the start; all else can be changed while it runs ({@link ProxyServer#apply}) and holds for connections and
 * exchanges that begin later.
 *
 * @param listenHost an address or name of this machine
 * @param listenPort 0 for any free one
 * @param intercept whether TLS is opened at all
 * @param ignoreHosts patterns (RE2), searched without case in {@code host:port} and in the SNI: tunnels to pass unopened; they win
 * @param allowHosts patterns: where not empty, only these are opened
 * @param upstreamCa PEM files trusted for origins besides the system's
 * @param insecure whether origin certificates go unverified
 * @param upstream null for direct connections
 * @param cache null for none
 */
public record ProxyOptions(
        String listenHost,
        int listenPort,
        boolean intercept,
        List<String> ignoreHosts,
        List<String> allowHosts,
        List<Path> upstreamCa,
        boolean insecure,
        @Nullable UpstreamProxy upstream,
        ProxyLimits limits,
        @Nullable CacheOptions cache) {
    public static final ProxyOptions DEFAULT = new ProxyOptions(
            "127.0.0.1", 8888, true, List.of(), List.of(), List.of(), false, null, ProxyLimits.DEFAULT, null);

    public ProxyOptions {
        ignoreHosts = List.copyOf(ignoreHosts);
        allowHosts = List.copyOf(allowHosts);
        upstreamCa = List.copyOf(upstreamCa);
    }

    public ProxyOptions withListen(String host, int port) {
        return new ProxyOptions(
                host, port, intercept, ignoreHosts, allowHosts, upstreamCa, insecure, upstream, limits, cache);
    }

    public ProxyOptions withIntercept(boolean on) {
        return new ProxyOptions(
                listenHost, listenPort, on, ignoreHosts, allowHosts, upstreamCa, insecure, upstream, limits, cache);
    }

    public ProxyOptions withHosts(List<String> ignore, List<String> allow) {
        return new ProxyOptions(
                listenHost, listenPort, intercept, ignore, allow, upstreamCa, insecure, upstream, limits, cache);
    }

    public ProxyOptions withTrust(List<Path> ca, boolean unverified) {
        return new ProxyOptions(
                listenHost, listenPort, intercept, ignoreHosts, allowHosts, ca, unverified, upstream, limits, cache);
    }

    public ProxyOptions withUpstream(@Nullable UpstreamProxy proxy) {
        return new ProxyOptions(
                listenHost, listenPort, intercept, ignoreHosts, allowHosts, upstreamCa, insecure, proxy, limits, cache);
    }

    public ProxyOptions withLimits(ProxyLimits bounds) {
        return new ProxyOptions(
                listenHost,
                listenPort,
                intercept,
                ignoreHosts,
                allowHosts,
                upstreamCa,
                insecure,
                upstream,
                bounds,
                cache);
    }

    public ProxyOptions withCache(@Nullable CacheOptions newCache) {
        return new ProxyOptions(
                listenHost,
                listenPort,
                intercept,
                ignoreHosts,
                allowHosts,
                upstreamCa,
                insecure,
                upstream,
                limits,
                newCache);
    }
}
