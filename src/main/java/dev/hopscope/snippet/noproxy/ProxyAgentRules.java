package dev.hopscope.snippet.noproxy;

import java.util.List;
import java.util.Set;

/** proxy-agent 8 for Node, on proxy-from-env 2; stateless. */
final class ProxyAgentRules implements NoProxyClient {
    private static final Set<String> SOCKS = Set.of("socks", "socks4", "socks4a", "socks5", "socks5h");

    @Override
    public ClientCard card() {
        return new ClientCard("proxy-agent", "proxy-agent (Node)", "8.0.2", ProxyFromEnvRules.RULE);
    }

    @Override
    public List<String> variables(String scheme) {
        return ProxyFromEnv.variables(scheme);
    }

    @Override
    public Decision decide(ProxyEnvironment environment, String url, Resolver names) {
        WhatwgUrl target = WhatwgUrl.parse(url);
        if (target == null) {
            return Decision.error("new URL() refuses the URL.");
        }
        Variable proxy = ProxyFromEnv.variable(environment, target.scheme(), false);
        if (proxy == null) {
            return Decision.noVariable();
        }
        Bypass bypass =
                ProxyFromEnv.check(ProxyFromEnv.list(environment, false), target.host(), target.effectivePort());
        return bypass.decides()
                ? Decision.bypassed(bypass)
                : Decision.through(proxy.name(), read(proxy.value(), target.scheme()));
    }

    private static ProxyReading read(String value, String scheme) {
        WhatwgUrl proxy = WhatwgUrl.parse(ProxyFromEnv.withScheme(value, scheme));
        // a tunnel is connected before the credentials are decoded, a plain request after
        boolean tunnel = scheme.equals("https") && proxy != null && !SOCKS.contains(proxy.scheme());
        int port = proxy == null ? -1 : port(proxy);
        if (proxy == null || port < 0 || proxy.bareHost().isEmpty() || (!tunnel && proxy.undecodableCredentials())) {
            return ProxyReading.refused(value);
        }
        return new ProxyReading.Reached(proxy.bareHost(), port);
    }

    /** −1 where the scheme is not known; a {@code pac+} proxy is asked for its script. */
    private static int port(WhatwgUrl proxy) {
        int standard = switch (proxy.scheme()) {
            case "http", "pac+http" -> 80;
            case "https", "pac+https" -> 443;
            default -> SOCKS.contains(proxy.scheme()) ? 1080 : -1;
        };
        return proxy.port() < 0 || standard < 0 ? standard : proxy.port();
    }
}
