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
        if (proxy == null || proxy.undecodableCredentials()) {
            return ProxyReading.refused(value);
        }
        if (SOCKS.contains(proxy.scheme())) {
            boolean named = !proxy.bareHost().isEmpty();
            return named ? new ProxyReading.Reached(proxy.bareHost(), proxy.port() < 0 ? 1080 : proxy.port()) : ProxyReading.refused(value);
        }
        boolean http = proxy.scheme().equals("http") || proxy.scheme().equals("https");
        return http
                ? new ProxyReading.Reached(proxy.bareHost(), proxy.effectivePort())
                : ProxyReading.refused(value);
    }
}
