package dev.hopscope.snippet.noproxy;

import java.util.List;

/** proxy-from-env 2.1: computes the proxy's URL and nothing more, so any value is taken; stateless. */
final class ProxyFromEnvRules implements NoProxyClient {
    static final String RULE =
            "Commas and blanks separate; a bare entry is exact; a leading * is dropped, and what then begins with a dot"
                    + " or had a * is a plain suffix; host:port with the effective port; IPv6 in brackets; no ranges.";

    @Override
    public ClientCard card() {
        return new ClientCard("proxy-from-env", "proxy-from-env 2", "2.1.0", RULE);
    }

    @Override
    public List<String> variables(String scheme) {
        return ProxyFromEnv.variables(scheme);
    }

    @Override
    public Decision decide(ProxyEnvironment environment, String url, Resolver names) {
        WhatwgUrl target = WhatwgUrl.parse(url);
        if (target == null) {
            return Decision.direct("new URL() refuses the URL, so no proxy is computed.");
        }
        Variable proxy = ProxyFromEnv.variable(environment, target.scheme(), false);
        Bypass bypass =
                ProxyFromEnv.check(ProxyFromEnv.list(environment, false), target.host(), target.effectivePort());
        if (proxy == null) {
            return Decision.noVariable();
        }
        return bypass.decides() ? Decision.bypassed(bypass) : computed(proxy, target.scheme());
    }

    static Decision computed(Variable proxy, String scheme) {
        String value = ProxyFromEnv.withScheme(proxy.value(), scheme);
        return Decision.proxy(proxy.name(), value, "Computes " + value + ", named by " + proxy.name() + ".");
    }
}
