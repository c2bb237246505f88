package dev.hopscope.snippet.noproxy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** npm 11 ({@code @npmcli/agent} lib/proxy.js); stateless. */
final class NpmRules implements NoProxyClient {
    private static final Set<String> PROTOCOLS =
            Set.of("http", "https", "socks", "socks4", "socks4a", "socks5", "socks5h");

    @Override
    public ClientCard card() {
        return new ClientCard(
                "npm",
                "npm",
                "11.19.1",
                "Labels are compared from the right, the entry's case counting: a name means itself and its subdomains,"
                        + " and 2.3 means 10.1.2.3; no *, ports or ranges; an IPv6 literal reached directly fails; of"
                        + " two spellings of a variable the last in the environment counts.");
    }

    @Override
    public List<String> variables(String scheme) {
        return scheme.equals("http")
                ? List.of("https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY", "proxy", "PROXY")
                : List.of("https_proxy", "HTTPS_PROXY");
    }

    @Override
    public Decision decide(ProxyEnvironment environment, String url, Resolver names) {
        WhatwgUrl target = WhatwgUrl.parse(url);
        if (target == null) {
            return Decision.error("new URL() refuses the URL.");
        }
        Map<String, Variable> last = new HashMap<>();
        environment.variables().forEach((name, value) -> last.put(Ascii.lower(name), new Variable(name, value)));
        List<String> keys = target.scheme().equals("https")
                ? List.of("https_proxy")
                : List.of("https_proxy", "http_proxy", "proxy");
        for (String key : keys) {
            Variable proxy = last.get(key);
            if (proxy != null && !proxy.value().isEmpty()) {
                Variable list = last.get("no_proxy");
                Bypass bypass = list == null ? Bypass.NONE : check(list.value(), target.host());
                return bypass.decides()
                        ? direct(target, Decision.bypassed(bypass))
                        : Decision.through(proxy.name(), read(proxy.value()));
            }
        }
        return direct(target, Decision.noVariable());
    }

    /** Without a proxy npm looks the host up with its brackets, which fails. */
    private static Decision direct(WhatwgUrl target, Decision decision) {
        return target.host().startsWith("[")
                ? Decision.error("Reached directly, npm looks " + target.host() + " up as a name and fails.")
                : decision;
    }

    private static Bypass check(String list, String host) {
        String[] labels = host.split("\\.", -1);
        for (String part : list.split(",", -1)) {
            String entry = Blanks.trimJavaScript(part);
            List<String> wanted = List.of(entry.split("\\.", -1)).stream()
                    .filter(label -> !label.isEmpty())
                    .toList();
            boolean matches = !wanted.isEmpty() && wanted.size() <= labels.length;
            for (int i = 1; matches && i <= wanted.size(); i++) {
                matches = wanted.get(wanted.size() - i).equals(labels[labels.length - i]);
            }
            if (matches) {
                return Bypass.by(entry);
            }
        }
        return Bypass.NONE;
    }

    private static ProxyReading read(String value) {
        WhatwgUrl url = WhatwgUrl.parse(value);
        String scheme = url == null ? "" : url.scheme().toLowerCase(Locale.ROOT);
        if (url == null
                || !PROTOCOLS.contains(scheme)
                || url.undecodableCredentials()
                || url.bareHost().isEmpty()) {
            return ProxyReading.refused(value);
        }
        int port = url.effectivePort();
        return new ProxyReading.Reached(url.bareHost(), scheme.startsWith("socks") && port < 0 ? 1080 : port);
    }
}
