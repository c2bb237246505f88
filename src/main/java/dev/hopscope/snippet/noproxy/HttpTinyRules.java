package dev.hopscope.snippet.noproxy;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Perl HTTP::Tiny 0.082 ({@code _set_proxies}, {@code _split_url}, {@code _open_handle}); stateless. Every proxy
 * variable is checked when the object is made.
 */
final class HttpTinyRules implements NoProxyClient {
    private static final Pattern URL = Pattern.compile("\\A([^:/?#]+)://([^/?#]*)([^#]*)");

    @Override
    public ClientCard card() {
        return new ClientCard(
                "perl-http-tiny",
                "Perl HTTP::Tiny",
                "0.082",
                "Only lower-case no_proxy; an entry is a plain suffix of the lower-case host without regard to dots,"
                        + " brackets of IPv6 included; an empty entry before another matches every host.");
    }

    @Override
    public List<String> variables(String scheme) {
        String upper = scheme.equals("http") ? "HTTP_PROXY" : "HTTPS_PROXY";
        return List.of(scheme + "_proxy", upper, "all_proxy", "ALL_PROXY");
    }

    @Override
    public Decision decide(ProxyEnvironment environment, String url, Resolver names) {
        Target target = Target.of(url);
        Variable all = generic(environment);
        Variable http = orElse(environment, "http_proxy", "HTTP_PROXY", all);
        Variable https = orElse(environment, "https_proxy", "HTTPS_PROXY", all);
        if (all != null && split(all.value()) == null) {
            return refused(all);
        }
        if (http != null && split(http.value()) == null) {
            return refused(http);
        }
        if (https != null && truth(https.value()) && split(https.value()) == null) {
            return refused(https);
        }
        Variable proxy = target.https() ? https : http;
        if (proxy == null || !truth(proxy.value())) {
            return Decision.noVariable();
        }
        Bypass bypass = PerlNoProxy.check(environment.get("no_proxy"), Ascii.lower(target.host()));
        if (bypass.decides() && !HostNames.connectable(target.bareHost())) {
            return Decision.error("HTTP::Tiny looks the host up as it is written, and fails.");
        }
        return bypass.decides() ? Decision.bypassed(bypass) : connect(proxy, target);
    }

    private static Decision refused(Variable variable) {
        return Decision.through(variable.name(), ProxyReading.refused(variable.value()));
    }

    private static boolean truth(@Nullable String value) {
        return value != null && !value.isEmpty() && !value.equals("0");
    }

    /** {@code $ENV{all_proxy} || $ENV{ALL_PROXY}}: an empty upper-case variable is taken, and then refused. */
    private static @Nullable Variable generic(ProxyEnvironment environment) {
        String lower = environment.get("all_proxy");
        return truth(lower) ? new Variable("all_proxy", String.valueOf(lower)) : environment.firstSet("ALL_PROXY");
    }

    private static @Nullable Variable orElse(
            ProxyEnvironment environment, String lower, String upper, @Nullable Variable all) {
        if (truth(environment.get(lower))) {
            return environment.firstSet(lower);
        }
        boolean cgi = upper.equals("HTTP_PROXY") && truth(environment.get("REQUEST_METHOD"));
        String name = cgi ? "CGI_HTTP_PROXY" : upper;
        return truth(environment.get(name)) ? environment.firstSet(name) : all;
    }

    private record Split(String scheme, String host, int port) {}

    /** {@code _split_proxy}: null where it dies. */
    private static @Nullable Split split(String value) {
        Matcher url = URL.matcher(value);
        if (!url.find()) {
            return null;
        }
        String scheme = Ascii.lower(url.group(1));
        String authority = url.group(2);
        String path = url.group(3).startsWith("/") ? url.group(3) : "/" + url.group(3);
        String host = authority.substring(authority.indexOf('@') + 1);
        int colon = host.lastIndexOf(':');
        boolean ported = colon >= 0 && host.substring(colon + 1).chars().allMatch(c -> Ascii.digit((char) c));
        String digits = ported ? host.substring(colon + 1) : "";
        String name = ported ? host.substring(0, colon) : host;
        int port = switch (scheme) {
            case "http" -> 80;
            case "https" -> 443;
            default -> -1;
        };
        port = digits.isEmpty() ? port : Ascii.number(digits);
        return port < 0 || !path.equals("/")
                ? null
                : new Split(scheme, name.isEmpty() ? "localhost" : Ascii.lower(name), port);
    }

    private static Decision connect(Variable proxy, Target target) {
        Split split = split(proxy.value());
        if (split == null || (target.https() && split.scheme().equals("https"))) {
            return refused(proxy);
        }
        return Decision.through(proxy.name(), new ProxyReading.Reached(PerlNoProxy.peer(split.host()), split.port()));
    }
}
