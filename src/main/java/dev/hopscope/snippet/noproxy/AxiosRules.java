package dev.hopscope.snippet.noproxy;

import java.util.List;

/** axios 1.21: direct if proxy-from-env 2 says so or its own check does; stateless. */
final class AxiosRules implements NoProxyClient {
    @Override
    public ClientCard card() {
        return new ClientCard(
                "axios",
                "axios",
                "1.21.1",
                "Direct if proxy-from-env says so, or if its own check does, which drops brackets and trailing dots,"
                        + " knows every notation of an address and CIDR of both families, and takes any loopback entry"
                        + " for any loopback host.");
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
        String list = ProxyFromEnv.list(environment, false);
        Bypass bypass = ProxyFromEnv.check(list, target.host(), target.effectivePort());
        if (bypass.decides()) {
            return Decision.bypassed(bypass);
        }
        Bypass own = AxiosNoProxy.check(list, target);
        return own.decides() ? Decision.bypassed(own) : Axios.through(proxy, target, true, names);
    }
}
