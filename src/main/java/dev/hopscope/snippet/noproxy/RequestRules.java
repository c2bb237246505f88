package dev.hopscope.snippet.noproxy;

import java.util.List;

/** request 2.88 for Node ({@code lib/getProxyFromURI.js}, {@code lib/tunnel.js}); stateless. */
final class RequestRules implements NoProxyClient {
    @Override
    public ClientCard card() {
        return new ClientCard(
                "request",
                "request (Node)",
                "2.88.2",
                "Commas separate; x and .x mean x and its subdomains; host:port with the effective port; * counts only"
                        + " as the whole value; IPv6 is broken at its first colon; upper-case variables win.");
    }

    @Override
    public List<String> variables(String scheme) {
        return scheme.equals("http")
                ? List.of("HTTP_PROXY", "http_proxy")
                : List.of("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy");
    }

    @Override
    public Decision decide(ProxyEnvironment environment, String url, Resolver names) {
        NodeUrl target = NodeUrl.parse(url);
        if (target == null || target.hostname() == null) {
            return Decision.error("url.parse() refuses the URL.");
        }
        String scheme = Target.of(url).scheme();
        Variable proxy = environment.firstWithValue(variables(scheme).toArray(String[]::new));
        if (proxy == null) {
            return Decision.noVariable();
        }
        Variable list = environment.firstWithValue("NO_PROXY", "no_proxy");
        String port = target.port() == null ? (scheme.equals("https") ? "443" : "80") : target.port();
        Bypass bypass = list == null ? Bypass.NONE : check(list.value(), target.hostname(), port);
        return bypass.decides()
                ? Decision.bypassed(bypass)
                : Decision.through(proxy.name(), read(proxy.value(), scheme.equals("https")));
    }

    private static Bypass check(String list, String hostname, String port) {
        if (list.equals("*")) {
            return Bypass.by("*");
        }
        String host = dotted(hostname);
        for (String part : list.split(",", -1)) {
            String zone = JavaScriptText.lower(Blanks.trimJavaScript(part));
            String[] pieces = zone.split(":", -1);
            String name = dotted(pieces[0]);
            int at = host.indexOf(name);
            boolean hostMatches = at >= 0 && at == host.length() - name.length();
            if (hostMatches && (pieces.length == 1 || pieces[1].equals(port))) {
                return Bypass.by(zone);
            }
        }
        return Bypass.NONE;
    }

    private static String dotted(String host) {
        return "." + JavaScriptText.lower(Ascii.withoutLeading(host, '.'));
    }

    /** For http the proxy's scheme must be known; for https a tunnel is opened through whatever was parsed. */
    private static ProxyReading read(String value, boolean tunnel) {
        NodeUrl url = NodeUrl.parse(value);
        if (url == null) {
            return ProxyReading.refused(value);
        }
        boolean https = "https:".equals(url.protocol());
        if (!tunnel && !https && !"http:".equals(url.protocol())) {
            return ProxyReading.refused(value);
        }
        String host = url.hostname();
        int standard = https ? 443 : 80;
        int port = url.portOr(standard);
        return new ProxyReading.Reached(host == null ? "" : host, tunnel && port == 0 ? standard : port);
    }
}
