package dev.hopscope.snippet.noproxy;

import java.util.List;

/** git 2.39 with the setting {@code http.proxy}: no variable names the proxy, {@code no_proxy} still counts; stateless. */
final class GitHttpProxyRules implements NoProxyClient {
    @Override
    public ClientCard card() {
        return new ClientCard("git-http.proxy", "git with http.proxy", "2.39.5, libcurl 7.88.1", CurlRules.RULE);
    }

    @Override
    public List<String> variables(String scheme) {
        return List.of();
    }

    @Override
    public Decision decide(ProxyEnvironment environment, String url, Resolver names) {
        return GitRules.decide(environment, Target.of(url), null, "http://" + ProxyEnvironment.CONFIGURED_PROXY);
    }
}
