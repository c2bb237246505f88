package dev.hopscope.snippet.noproxy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * undici's {@code EnvHttpProxyAgent} and {@code ProxyAgent}, which Node's {@code fetch} uses too: the variables and
 * what is made of their values; immutable. Both proxies are built at once, so one bad value fails every request.
 *
 * @param list how the list is read
 * @param socks {@code socks5://} and {@code socks://} are known
 * @param tlsWorks an {@code https://} proxy can be reached
 */
record UndiciAgent(UndiciNoProxy list, boolean socks, boolean tlsWorks) {
    static List<String> variables(String scheme) {
        return scheme.equals("http")
                ? List.of("http_proxy", "HTTP_PROXY")
                : List.of("https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY");
    }

    /** {@code ??}: a lower-case variable set to nothing hides the upper-case one. */
    private static @Nullable Variable chosen(ProxyEnvironment environment, String lower, String upper) {
        Variable variable = environment.firstSet(lower, upper);
        return variable == null || variable.value().isEmpty() ? null : variable;
    }

    /** Why the agent cannot be made at all; null where it can. */
    @Nullable
    String failure(ProxyEnvironment environment) {
        for (Variable variable : new @Nullable Variable[] {
            chosen(environment, "http_proxy", "HTTP_PROXY"), chosen(environment, "https_proxy", "HTTPS_PROXY")
        }) {
            if (variable != null && !buildable(variable.value())) {
                return "undici refuses " + variable.name() + "=" + variable.value() + ", for every request.";
            }
        }
        return null;
    }

    private boolean buildable(String value) {
        WhatwgUrl url = WhatwgUrl.parse(value);
        if (url == null || (!url.username().isEmpty() && !url.password().isEmpty() && url.undecodableCredentials())) {
            return false;
        }
        if (socks && (url.scheme().equals("socks5") || url.scheme().equals("socks"))) {
            return true;
        }
        boolean http = url.scheme().equals("http") || url.scheme().equals("https");
        boolean root =
                url.path().isEmpty() || url.path().equals("/") || url.path().equals("\\");
        return http && root && url.query().isEmpty() && url.fragment().isEmpty();
    }

    Decision decide(ProxyEnvironment environment, String url) {
        String failure = failure(environment);
        WhatwgUrl target = WhatwgUrl.parse(url);
        if (failure != null || target == null) {
            return Decision.error(failure == null ? "new URL() refuses the URL." : failure);
        }
        Variable http = chosen(environment, "http_proxy", "HTTP_PROXY");
        Variable https = chosen(environment, "https_proxy", "HTTPS_PROXY");
        Variable proxy = target.scheme().equals("https") && https != null ? https : http;
        if (proxy == null) {
            return Decision.noVariable();
        }
        Variable noProxy = environment.firstSet("no_proxy", "NO_PROXY");
        Bypass bypass = list.check(noProxy == null ? "" : noProxy.value(), target);
        return bypass.decides() ? Decision.bypassed(bypass) : Decision.through(proxy.name(), read(proxy.value()));
    }

    private ProxyReading read(String value) {
        WhatwgUrl url = WhatwgUrl.parse(value);
        if (url == null || (url.scheme().equals("https") && !tlsWorks)) {
            return ProxyReading.refused(value);
        }
        boolean socksProxy = url.scheme().startsWith("socks");
        int port = url.effectivePort();
        return new ProxyReading.Reached(url.bareHost(), socksProxy && port <= 0 ? 1080 : port);
    }
}
