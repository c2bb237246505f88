package dev.hopscope.snippet.noproxy;

import java.util.List;

/** BusyBox wget 1.35 (networking/wget.c, libbb/xconnect.c): reads {@code http_proxy} for every scheme; stateless. */
final class BusyboxWgetRules implements NoProxyClient {
    @Override
    public ClientCard card() {
        return new ClientCard(
                "busybox-wget",
                "BusyBox wget",
                "1.35.0",
                "Ignores no_proxy altogether, and uses http_proxy for https URLs as well, with a plain GET.");
    }

    @Override
    public List<String> variables(String scheme) {
        return List.of("http_proxy");
    }

    @Override
    public Decision decide(ProxyEnvironment environment, String url, Resolver names) {
        Variable proxy = environment.firstWithValue("http_proxy");
        return proxy == null ? Decision.noVariable() : Decision.through(proxy.name(), read(proxy.value()));
    }

    private static ProxyReading read(String value) {
        int marks = value.indexOf("://");
        String protocol = marks < 0 ? "http" : value.substring(0, marks);
        if (!protocol.equals("http") && !protocol.equals("ftp")) {
            return ProxyReading.refused(value);
        }
        String rest = value.substring(marks < 0 ? 0 : marks + 3);
        int end = 0;
        while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String authority = rest.substring(0, end);
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        return connect(value, host, protocol.equals("ftp") ? 21 : 80);
    }

    /** {@code str2sockaddr}: the last colon begins a port unless there are several and no brackets. */
    private static ProxyReading connect(String value, String host, int defaultPort) {
        boolean literal = host.startsWith("[");
        int bracket = literal ? host.indexOf(']') : 0;
        if (bracket < 0 || host.isEmpty()) {
            return ProxyReading.refused(value);
        }
        int colon = literal ? host.indexOf(':', bracket) : host.lastIndexOf(':');
        if (!literal && colon != host.indexOf(':')) {
            colon = -1;
        }
        String port = colon < 0 ? null : host.substring(colon + 1);
        String name = literal ? host.substring(1, bracket) : colon < 0 ? host : host.substring(0, colon);
        if (name.isEmpty() || (port != null && (!Ascii.digits(port) || Ascii.number(port) > 65535))) {
            return ProxyReading.refused(value);
        }
        return new ProxyReading.Reached(name, port == null ? defaultPort : Ascii.number(port));
    }
}
