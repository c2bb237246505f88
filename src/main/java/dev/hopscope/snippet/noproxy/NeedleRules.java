package dev.hopscope.snippet.noproxy;

import java.util.List;
import java.util.regex.Pattern;

/** needle 3.5 for Node ({@code should_proxy_to} in lib/utils.js, lib/needle.js); stateless. */
final class NeedleRules implements NoProxyClient {
    @Override
    public ClientCard card() {
        return new ClientCard(
                "needle",
                "needle (Node)",
                "3.5.0",
                "Every entry is a regular expression searched anywhere in the whole URL, its dots escaped, * meaning"
                        + " any text; HTTP_PROXY is used for every scheme.");
    }

    @Override
    public List<String> variables(String scheme) {
        return List.of("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy");
    }

    @Override
    public Decision decide(ProxyEnvironment environment, String url, Resolver names) {
        Variable proxy = environment.firstWithValue(variables("http").toArray(String[]::new));
        if (proxy == null) {
            return Decision.noVariable();
        }
        Variable list = environment.firstWithValue("NO_PROXY", "no_proxy");
        Bypass bypass = list == null ? Bypass.NONE : check(list.value(), url);
        return bypass.decides() ? Decision.bypassed(bypass) : Decision.through(proxy.name(), read(proxy.value()));
    }

    private static Bypass check(String list, String url) {
        for (String entry : JavaScriptText.splitAtRunsOfCommasAndBlanks(list)) {
            if (entry.isEmpty()) {
                continue;
            }
            String source = entry.startsWith(".") ? "*" + entry.substring(1) : entry;
            Pattern pattern = JavaScriptRegex.compile(source.replace(".", "\\.").replace("*", ".*"));
            if (pattern == null) {
                return new Bypass.Fails("The entry " + entry + " is no regular expression, and needle throws.");
            }
            if (pattern.matcher(url).find()) {
                return Bypass.by(entry);
            }
        }
        return Bypass.NONE;
    }

    private static ProxyReading read(String value) {
        NodeUrl url = NodeUrl.parse(value.contains("http") ? value : "http://" + value);
        String protocol = url == null ? null : url.protocol();
        boolean known = protocol == null || protocol.equals("http:") || protocol.equals("https:");
        if (url == null || !known) {
            return ProxyReading.refused(value);
        }
        String host = url.hostname();
        int standard = "https:".equals(url.protocol()) ? 443 : 80;
        return new ProxyReading.Reached(host == null ? "" : host, url.portOr(standard));
    }
}
