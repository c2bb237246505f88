package dev.hopscope.snippet.noproxy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Go's net/http ({@code ProxyFromEnvironment}); stateless. */
final class GoRules implements NoProxyClient {
    @Override
    public ClientCard card() {
        return new ClientCard(
                "go",
                "Go net/http",
                "1.19.8",
                "localhost and loopback addresses never go through the proxy; a name means itself and its subdomains,"
                        + " .x and *.x only those; CIDR and addresses of both families; host:port with the effective"
                        + " port; * anywhere means all.");
    }

    @Override
    public List<String> variables(String scheme) {
        return scheme.equals("http") ? List.of("HTTP_PROXY", "http_proxy") : List.of("HTTPS_PROXY", "https_proxy");
    }

    @Override
    public Decision decide(ProxyEnvironment environment, String url, Resolver names) {
        Target target = Target.of(url);
        Variable proxy = environment.firstWithValue(variables(target.scheme()).toArray(String[]::new));
        if (proxy == null) {
            return Decision.noVariable();
        }
        ProxyReading reading = read(proxy.value());
        if (reading instanceof ProxyReading.Ignored) {
            return Decision.through(proxy.name(), reading);
        }
        if (!target.https() && environment.hasValue("REQUEST_METHOD")) {
            return Decision.error("Go refuses HTTP_PROXY and http_proxy where REQUEST_METHOD is set (httpoxy).");
        }
        Variable list = environment.firstWithValue("NO_PROXY", "no_proxy");
        Bypass bypass = GoNoProxy.check(list == null ? "" : list.value(), target);
        return bypass.decides() ? Decision.bypassed(bypass) : Decision.through(proxy.name(), reading);
    }

    private static ProxyReading read(String value) {
        GoUrl url = GoUrl.parse(value);
        if (url == null || !List.of("http", "https", "socks5").contains(url.scheme())) {
            GoUrl prefixed = GoUrl.parse("http://" + value);
            url = prefixed == null ? url : prefixed;
        }
        return url == null ? ProxyReading.ignored(value) : reached(value, url);
    }

    private static ProxyReading reached(String value, GoUrl url) {
        String port = url.port();
        int number = port.isEmpty() ? defaultPort(url.scheme()) : Ascii.number(port);
        String host = url.hostname();
        @Nullable String ascii = Ascii.pure(host) ? host : HostNames.toAscii(host);
        boolean numeric = !host.isEmpty() && host.chars().allMatch(c -> Ascii.digit((char) c) || c == '.');
        return number < 0 || (numeric && Addresses.ipv4(host) == null)
                ? ProxyReading.refused(value)
                : new ProxyReading.Reached(ascii == null ? host : ascii, number);
    }

    private static int defaultPort(String scheme) {
        return switch (scheme) {
            case "http" -> 80;
            case "https" -> 443;
            case "socks5" -> 1080;
            default -> -1;
        };
    }
}
