package dev.hopscope.snippet.noproxy;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What axios makes of the value of a proxy variable, in both versions (lib/adapters/http.js); pure functions. */
final class Axios {
    private Axios() {}

    /**
     * Where the request goes.
     *
     * @param tunnels https goes through CONNECT (1.21), so any scheme of the proxy is taken for HTTP
     */
    static Decision through(Variable proxy, WhatwgUrl target, boolean tunnels, Resolver names) {
        String value = ProxyFromEnv.withScheme(proxy.value(), target.scheme());
        WhatwgUrl url = WhatwgUrl.parse(value);
        boolean tunnel = tunnels && target.scheme().equals("https");
        if (url == null
                || !tunnel && !url.scheme().equals("http") && !url.scheme().equals("https")) {
            return Decision.through(proxy.name(), ProxyReading.refused(proxy.value()));
        }
        if (!tunnel && url.host().startsWith("[")) {
            return Decision.error("axios keeps the brackets of the proxy's IPv6 address and cannot resolve that.");
        }
        int port = tunnel && url.port() <= 0 ? tunnelPort(url) : url.effectivePort();
        boolean named = HostNames.connectable(url.bareHost());
        if (url.scheme().equals("https") && named && arrivesAtOrigin(url.bareHost(), port, target, names)) {
            return Decision.direct("TLS goes to " + url.bareHost() + ":" + port
                    + " with the origin's name: it is the origin itself that answers.");
        }
        return Decision.through(proxy.name(), new ProxyReading.Reached(url.bareHost(), port));
    }

    private static int tunnelPort(WhatwgUrl url) {
        return url.scheme().equals("https") ? 443 : 80;
    }

    /** A word such as {@code none} taken for a host may resolve to where the origin is. */
    private static boolean arrivesAtOrigin(String host, int port, WhatwgUrl target, Resolver names) {
        byte[] there = address(host, names);
        byte[] origin = address(target.bareHost(), names);
        return port == target.effectivePort() && there != null && Arrays.equals(there, origin);
    }

    private static byte @Nullable [] address(String host, Resolver names) {
        byte[] literal = Addresses.literal(host);
        String looked = literal != null ? null : names.addressOf(host);
        return literal != null ? literal : looked == null ? null : Addresses.literal(looked);
    }
}
