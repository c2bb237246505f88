package dev.hopscope.snippet.noproxy;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Python requests 2.28 ({@code should_bypass_proxies} and {@code prepend_scheme_if_needed} in requests/utils.py, with
 * urllib3 1.26 and PySocks); stateless.
 */
final class RequestsRules implements NoProxyClient {
    private static final Set<String> SOCKS = Set.of("socks4", "socks4a", "socks5", "socks5h");

    @Override
    public ClientCard card() {
        return new ClientCard(
                "python-requests",
                "Python requests",
                "2.28.1",
                "All spaces go; an IPv4 host must equal an entry or lie in its CIDR range (/1 to /32); any other host"
                        + " or host:port need only end with an entry, dot or no dot; then urllib's rule on top.");
    }

    @Override
    public List<String> variables(String scheme) {
        return PythonEnvironment.names(scheme, true);
    }

    @Override
    public Decision decide(ProxyEnvironment environment, String url, Resolver names) {
        Target written = Target.of(url);
        PythonEnvironment python = new PythonEnvironment(environment);
        Variable scheme = python.proxy(written.scheme());
        Variable proxy = scheme == null ? python.proxy("all") : scheme;
        String host = HostNames.toAscii(written.bareHost());
        if (host == null || host.isEmpty()) {
            return Decision.error("requests refuses the URL.");
        }
        if (proxy == null) {
            return Decision.noVariable();
        }
        Variable own = environment.firstWithValue("no_proxy", "NO_PROXY");
        Bypass bypass = own(own == null ? "" : own.value(), host, written);
        bypass = bypass.decides() ? bypass : PythonEnvironment.bypass(python.noProxy(), host);
        return bypass.decides() ? Decision.bypassed(bypass, host) : Decision.through(proxy.name(), read(proxy.value()));
    }

    private static Bypass own(String list, String host, Target target) {
        byte[] ipv4 = Addresses.inetAton(host);
        boolean ported = target.portText() != null && target.port() > 0 && !"".equals(target.portText());
        String hostPort = ported ? host + ":" + target.port() : host;
        for (String entry : list.replace(" ", "").split(",", -1)) {
            boolean matches =
                    ipv4 == null ? host.endsWith(entry) || hostPort.endsWith(entry) : addressMatches(entry, host, ipv4);
            if (!entry.isEmpty() && matches) {
                return Bypass.by(entry);
            }
        }
        return Bypass.NONE;
    }

    /** {@code is_valid_cidr} and {@code address_in_network}: one slash, a mask of 1 to 32, both sides by inet_aton. */
    private static boolean addressMatches(String entry, String host, byte[] address) {
        int slash = entry.indexOf('/');
        String digits = slash < 0 ? "" : Ascii.withoutPlus(Blanks.stripPython(entry.substring(slash + 1)));
        byte[] network = slash < 0 ? null : Addresses.inetAton(entry.substring(0, slash));
        if (network == null || !Ascii.digits(digits) || Ascii.number(digits) < 1 || Ascii.number(digits) > 32) {
            return host.equals(entry);
        }
        return Addresses.sameNetwork(address, network, Ascii.number(digits));
    }

    private static ProxyReading read(String value) {
        Urllib3Url first = SplitUrl.of(value).unbalanced() ? null : Urllib3Url.parse(value);
        Urllib3Url url = first == null ? null : Urllib3Url.parse(withScheme(first));
        if (url == null || url.host() == null || url.host().isEmpty()) {
            return ProxyReading.refused(value);
        }
        String scheme = String.valueOf(url.scheme());
        String host = url.host();
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        if (scheme.startsWith("socks")) {
            int port = url.port() > 0 ? url.port() : 1080;
            return SOCKS.contains(scheme) ? new ProxyReading.Reached(bare, port) : ProxyReading.refused(value);
        }
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return ProxyReading.refused(value);
        }
        int port = url.port() > 0 ? url.port() : scheme.equals("https") ? 443 : 80;
        return new ProxyReading.Reached(HostNames.lookedUp(bare), port);
    }

    /** {@code prepend_scheme_if_needed}, with its swap of path and host where the host is missing. */
    private static String withScheme(Urllib3Url url) {
        String path = url.path().isEmpty() || url.path().startsWith("/") ? url.path() : "/" + url.path();
        @Nullable String netloc = url.host() == null ? null : url.host() + (url.port() > 0 ? ":" + url.port() : "");
        boolean swapped = netloc == null || netloc.isEmpty();
        String authority = swapped ? path : String.valueOf(netloc);
        String rest = swapped ? "" : path;
        if (url.auth() != null) {
            authority = url.auth() + "@" + authority;
        }
        String scheme = url.scheme() == null ? "http" : url.scheme();
        return scheme + "://" + authority + rest;
    }
}
