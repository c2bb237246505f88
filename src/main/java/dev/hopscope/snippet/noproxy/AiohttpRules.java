package dev.hopscope.snippet.noproxy;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Python aiohttp 3.8 with {@code trust_env} ({@code get_env_proxy_for_url} in aiohttp/helpers.py, with yarl 1.8);
 * stateless. Proxies reached over TLS are ignored.
 */
final class AiohttpRules implements NoProxyClient {
    @Override
    public ClientCard card() {
        return new ClientCard(
                "python-aiohttp",
                "Python aiohttp (trust_env)",
                "3.8.4",
                "urllib's rule without ports, on the decoded host: bücher.example matches, its xn-- form never does; an"
                        + " https:// proxy is ignored.");
    }

    @Override
    public List<String> variables(String scheme) {
        return PythonEnvironment.names(scheme, false);
    }

    @Override
    public Decision decide(ProxyEnvironment environment, String url, Resolver names) {
        Target target = Target.of(url);
        PythonEnvironment python = new PythonEnvironment(environment);
        Variable proxy = python.proxy(target.scheme());
        Bypass bypass = PythonEnvironment.bypass(python.noProxy(), decodedHost(target));
        if (bypass.decides() && proxy != null) {
            return Decision.bypassed(bypass);
        }
        for (String key : List.of("http", "https", "ws", "wss")) {
            Variable variable = python.proxy(key);
            if (!bypass.decides() && variable != null && !parses(variable.value())) {
                return Decision.through(null, ProxyReading.refused(variable.value()));
            }
        }
        return proxy == null ? Decision.noVariable() : Decision.through(proxy.name(), read(proxy.value()));
    }

    private static String decodedHost(Target target) {
        String host = target.bareHost();
        byte[] address = Addresses.literal(host);
        if (address != null) {
            return address.length == 4 ? Addresses.dotted(address) : Addresses.compressed(address);
        }
        String ascii = HostNames.toAscii(host);
        return HostNames.toUnicode(ascii == null ? host.toLowerCase(Locale.ROOT) : ascii);
    }

    private static boolean parses(String value) {
        SplitUrl url = SplitUrl.of(value);
        if (url.netloc().isEmpty()) {
            return true;
        }
        return !url.hostname().isEmpty() && url.port() != null && !url.unbalanced();
    }

    private static ProxyReading read(String value) {
        SplitUrl url = SplitUrl.of(value);
        if (url.scheme().equals("https") || url.scheme().equals("wss")) {
            return ProxyReading.ignored(value);
        }
        if (url.netloc().isEmpty() && url.path().isEmpty()) {
            return ProxyReading.ignored(value);
        }
        @Nullable Integer port = url.port();
        if (url.hostname().isEmpty() || port == null) {
            return ProxyReading.refused(value);
        }
        int known = url.scheme().equals("http") || url.scheme().equals("ws") ? 80 : 0;
        if (port == 0 && known == 0) {
            return ProxyReading.refused(value);
        }
        return new ProxyReading.Reached(HostNames.lookedUp(url.hostname()), port == 0 ? known : port);
    }
}
