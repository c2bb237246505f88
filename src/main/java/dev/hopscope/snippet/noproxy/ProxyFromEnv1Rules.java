package dev.hopscope.snippet.noproxy;

import java.util.List;

/** proxy-from-env 1.1: as 2.1, with {@code url.parse()} and npm's own variables first; stateless. */
final class ProxyFromEnv1Rules implements NoProxyClient {
    @Override
    public ClientCard card() {
        return new ClientCard("proxy-from-env-1", "proxy-from-env 1", "1.1.0", ProxyFromEnvRules.RULE);
    }

    @Override
    public List<String> variables(String scheme) {
        return ProxyFromEnv.variables(scheme);
    }

    @Override
    public Decision decide(ProxyEnvironment environment, String url, Resolver names) {
        NodeUrl target = NodeUrl.parse(url);
        if (target == null) {
            return Decision.error("url.parse() refuses the URL.");
        }
        String scheme = Target.of(url).scheme();
        Variable proxy = ProxyFromEnv.variable(environment, scheme, true);
        if (proxy == null) {
            return Decision.noVariable();
        }
        int port = target.portOr(0);
        Bypass bypass = ProxyFromEnv.check(
                ProxyFromEnv.list(environment, true),
                target.bracketedHost(),
                port > 0 ? port : scheme.equals("https") ? 443 : 80);
        return bypass.decides() ? Decision.bypassed(bypass) : ProxyFromEnvRules.computed(proxy, scheme);
    }
}
