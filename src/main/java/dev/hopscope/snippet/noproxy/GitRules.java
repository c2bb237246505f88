package dev.hopscope.snippet.noproxy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** git 2.39 with libcurl: chooses the variables itself, in {@code http.c}, and leaves the list to libcurl; stateless. */
final class GitRules implements NoProxyClient {
    @Override
    public ClientCard card() {
        return new ClientCard("git", "git", "2.39.5, libcurl 7.88.1", CurlRules.RULE);
    }

    @Override
    public List<String> variables(String scheme) {
        return CurlRules.names(scheme);
    }

    @Override
    public Decision decide(ProxyEnvironment environment, String url, Resolver names) {
        Target target = Target.of(url);
        Variable proxy = target.https()
                ? environment.firstSet("https_proxy", "HTTPS_PROXY")
                : environment.firstSet("http_proxy");
        if (proxy == null) {
            proxy = environment.firstSet("all_proxy", "ALL_PROXY");
        }
        if (proxy == null || proxy.value().isEmpty()) {
            return Decision.noVariable();
        }
        return decide(environment, target, proxy.name(), proxy.value());
    }

    /** What git does once a proxy is chosen, by a variable or by the setting {@code http.proxy}. */
    static Decision decide(ProxyEnvironment environment, Target target, @Nullable String via, String value) {
        Variable list = environment.firstSet("no_proxy", "NO_PROXY");
        Bypass bypass = CurlNoProxy.check(list == null ? null : list.value(), target);
        ProxyReading reading = GitProxyUrl.read(value);
        if (bypass.decides() && !GitProxyUrl.dies(value)) {
            return Decision.bypassed(bypass);
        }
        return Decision.through(via, reading);
    }
}
