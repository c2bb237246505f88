package dev.hopscope.snippet.noproxy;

import java.util.List;

/** axios 1.7: proxy-from-env 1.1 on the normalised URL, no tunnel for https; stateless. */
final class Axios17Rules implements NoProxyClient {
    @Override
    public ClientCard card() {
        return new ClientCard("axios-1.7", "axios 1.7", "1.7.9", ProxyFromEnvRules.RULE);
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
        Variable proxy = ProxyFromEnv.variable(environment, target.scheme(), true);
        if (proxy == null) {
            return Decision.noVariable();
        }
        Bypass bypass = ProxyFromEnv.check(ProxyFromEnv.list(environment, true), target.host(), target.effectivePort());
        return bypass.decides() ? Decision.bypassed(bypass) : Axios.through(proxy, target, false, names);
    }
}
