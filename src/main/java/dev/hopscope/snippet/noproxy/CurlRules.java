package dev.hopscope.snippet.noproxy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** curl 7.88: libcurl reads the environment itself; stateless. PHP's extension is the same code. */
final class CurlRules implements NoProxyClient {
    static final String RULE =
            "Commas, blanks and tabs separate; a leading and a trailing dot are dropped; a name means itself and its"
                + " subdomains, an IPv4 address or CIDR range itself; * counts only as the whole value; no ports, no"
                + " IPv6 ranges.";

    @Override
    public ClientCard card() {
        return new ClientCard("curl", "curl", "7.88.1", RULE);
    }

    @Override
    public List<String> variables(String scheme) {
        return names(scheme);
    }

    /** Of {@code http_proxy} only the lower-case spelling counts, since a web server sets the other from a header. */
    static List<String> names(String scheme) {
        return scheme.equals("http")
                ? List.of("http_proxy", "all_proxy", "ALL_PROXY")
                : List.of("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY");
    }

    @Override
    public Decision decide(ProxyEnvironment environment, String url, Resolver names) {
        return decide(environment, Target.of(url), null);
    }

    /**
     * libcurl's own decision.
     *
     * @param given the proxy the program set as an option; null: libcurl looks in the environment
     */
    static Decision decide(ProxyEnvironment environment, Target target, @Nullable Variable given) {
        Variable list = environment.firstWithValue("no_proxy", "NO_PROXY");
        Bypass bypass = CurlNoProxy.check(list == null ? null : list.value(), target);
        Variable proxy = given != null
                ? given
                : environment.firstWithValue(names(target.scheme()).toArray(String[]::new));
        if (proxy == null) {
            return Decision.noVariable();
        }
        if (bypass.decides()) {
            return Decision.bypassed(bypass, target.bareHost());
        }
        return Decision.through(proxy.name(), CurlProxyUrl.read(proxy.value(), false));
    }
}
