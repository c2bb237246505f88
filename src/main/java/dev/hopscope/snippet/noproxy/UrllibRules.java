package dev.hopscope.snippet.noproxy;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Python's {@code urllib.request} ({@code ProxyHandler.proxy_open}, {@code _parse_proxy}, http.client); stateless. */
final class UrllibRules implements NoProxyClient {
    private static final Pattern SCHEME = Pattern.compile("\\A([^/:]+):(.*)", Pattern.DOTALL);

    @Override
    public ClientCard card() {
        return new ClientCard(
                "python-urllib",
                "Python urllib",
                "3.11.2",
                "A name means itself and its subdomains, compared with the host and with host:port as the URL spells"
                        + " them; leading dots are dropped; * counts only as the whole value; no ranges; IPv6 in"
                        + " brackets.");
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
        return proxy == null ? Decision.noVariable() : open(python, proxy, target.scheme(), target.authority());
    }

    private static Decision open(PythonEnvironment python, Variable proxy, String scheme, String host) {
        Parts parts = parse(proxy.value());
        if (parts == null) {
            return Decision.through(proxy.name(), ProxyReading.refused(proxy.value()));
        }
        Bypass bypass = PythonEnvironment.bypass(python.noProxy(), host);
        if (bypass.decides()) {
            return Decision.bypassed(bypass, Target.of("http://" + host).bareHost());
        }
        String proxyScheme = parts.scheme() == null ? scheme : parts.scheme();
        if (!Ascii.pure(host) && !scheme.equals("https")) {
            return Decision.error("urllib cannot write a URL with other than ASCII letters for a proxy.");
        }
        if (scheme.equals("https") || proxyScheme.equals(scheme)) {
            return Decision.through(proxy.name(), connect(proxy.value(), parts.hostPort(), scheme));
        }
        if (proxyScheme.equals("ftp")) {
            return Decision.through(proxy.name(), connect(proxy.value(), parts.hostPort(), "ftp"));
        }
        if (!proxyScheme.equals("https")) {
            return Decision.error("urllib knows no handler for " + proxyScheme + ".");
        }
        Variable next = python.proxy("https");
        return next == null
                ? Decision.through(proxy.name(), connect(proxy.value(), parts.hostPort(), "https"))
                : open(python, next, "https", parts.hostPort());
    }

    private record Parts(@Nullable String scheme, String hostPort) {}

    /** {@code _parse_proxy}: null where it raises ValueError. */
    private static @Nullable Parts parse(String value) {
        Matcher matcher = SCHEME.matcher(value);
        boolean schemed = matcher.find();
        String scheme = schemed ? matcher.group(1).toLowerCase(java.util.Locale.ROOT) : null;
        String rest = schemed ? matcher.group(2) : value;
        String authority = value;
        if (!rest.startsWith("/")) {
            scheme = null;
        } else if (!rest.startsWith("//")) {
            return null;
        } else {
            int at = rest.indexOf('@');
            int end = rest.indexOf('/', at < 0 ? 2 : at);
            authority = rest.substring(2, end < 0 ? rest.length() : end);
        }
        return new Parts(scheme, authority.substring(authority.lastIndexOf('@') + 1));
    }

    /** http.client's {@code _get_hostport}: Python's {@code int()} takes blanks around the digits. */
    private static ProxyReading connect(String value, String hostPort, String scheme) {
        if (hostPort.isEmpty()) {
            return ProxyReading.refused(value);
        }
        int colon = hostPort.lastIndexOf(':');
        String host = hostPort;
        int port = scheme.equals("https") ? 443 : scheme.equals("ftp") ? 21 : 80;
        if (colon > hostPort.lastIndexOf(']')) {
            String digits = hostPort.substring(colon + 1);
            String stripped = Ascii.withoutPlus(Blanks.stripPython(digits));
            if (!digits.isEmpty() && !Ascii.digits(stripped)) {
                return ProxyReading.refused(value);
            }
            port = digits.isEmpty() ? port : Ascii.number(stripped);
            host = hostPort.substring(0, colon);
        }
        boolean literal = host.startsWith("[") && host.endsWith("]");
        String bare = literal ? host.substring(1, host.length() - 1) : host;
        return bare.isEmpty() ? ProxyReading.refused(value) : new ProxyReading.Reached(HostNames.lookedUp(bare), port);
    }
}
