package dev.hopscope.snippet.noproxy;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The npm package global-agent with an empty variable namespace ({@code isUrlMatchingNoProxy}, {@code parseProxyUrl}),
 * versions 3 and 4; immutable.
 *
 * @param versionThree {@code url.parse()} instead of {@code new URL()}, and empty entries throw
 */
record GlobalAgent(boolean versionThree) {
    private static final Pattern RULE = Pattern.compile("^(.+?)(?::([0-9]+))?$");

    static List<String> variables(String scheme) {
        return scheme.equals("http") ? List.of("HTTP_PROXY") : List.of("HTTPS_PROXY", "HTTP_PROXY");
    }

    Decision decide(ProxyEnvironment environment, String url) {
        WhatwgUrl target = WhatwgUrl.parse(url);
        if (target == null) {
            return Decision.error("new URL() refuses the URL.");
        }
        String[] names = variables(target.scheme()).toArray(String[]::new);
        Variable proxy = versionThree ? environment.firstWithValue(names) : environment.firstSet(names);
        if (proxy == null || proxy.value().isEmpty()) {
            return Decision.noVariable();
        }
        String list = environment.get("NO_PROXY");
        Bypass bypass = list == null || list.isEmpty() ? Bypass.NONE : check(list, target);
        return bypass.decides() ? Decision.bypassed(bypass) : Decision.through(proxy.name(), read(proxy.value()));
    }

    /** The URL is put together again without brackets, which breaks IPv6 literals. */
    private Bypass check(String list, WhatwgUrl target) {
        boolean shown = target.effectivePort() != 80 && target.effectivePort() != 443;
        String port = shown ? String.valueOf(target.effectivePort()) : "";
        String host = target.bareHost();
        if (target.host().startsWith("[") && !versionThree) {
            return new Bypass.Fails("global-agent makes an invalid URL of an IPv6 literal once NO_PROXY is set.");
        }
        if (versionThree) {
            NodeUrl again = NodeUrl.parse(target.scheme() + "://" + host + (shown ? ":" + port : "") + "/");
            host = again == null || again.hostname() == null ? "" : again.hostname();
            port = again == null || again.port() == null ? "" : again.port();
        }
        return rules(list, host, port);
    }

    private Bypass rules(String list, String host, String port) {
        for (String entry : JavaScriptText.splitAtRunsOfCommasAndBlanks(list)) {
            if (entry.isEmpty() && !versionThree) {
                continue;
            }
            Matcher rule = RULE.matcher(entry.startsWith(".") ? "*" + entry.substring(1) : entry);
            if (!rule.find()) {
                return new Bypass.Fails("global-agent throws \"Invalid NO_PROXY pattern\" on an empty entry.");
            }
            @Nullable String entryPort = rule.group(2);
            if (matches(rule.group(1), host) && (entryPort == null || entryPort.equals(port))) {
                return Bypass.by(entry);
            }
        }
        return Bypass.NONE;
    }

    /** The package matcher: {@code *} stands for any text, {@code !} in front negates, case does not count. */
    private static boolean matches(String pattern, String host) {
        boolean negated = pattern.startsWith("!");
        StringBuilder regex = new StringBuilder();
        for (String text : (negated ? pattern.substring(1) : pattern).split("\\*", -1)) {
            regex.append(regex.isEmpty() ? "" : "[\\s\\S]*").append(Pattern.quote(text));
        }
        boolean matches = Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE)
                .matcher(host)
                .matches();
        return matches != negated;
    }

    private ProxyReading read(String value) {
        if (versionThree) {
            NodeUrl url = NodeUrl.parse(value);
            if (url == null || url.query() != null || url.hash() != null || !"http:".equals(url.protocol())) {
                return ProxyReading.refused(value);
            }
            String host = url.hostname();
            return new ProxyReading.Reached(host == null ? "" : host, url.portOr(80));
        }
        WhatwgUrl url = WhatwgUrl.parse(value);
        if (url == null
                || !url.query().isEmpty()
                || !url.fragment().isEmpty()
                || !url.scheme().equals("http")) {
            return ProxyReading.refused(value);
        }
        return url.host().startsWith("[")
                ? new ProxyReading.Refused("global-agent keeps the brackets of the proxy's IPv6 address.")
                : new ProxyReading.Reached(url.host(), url.effectivePort());
    }
}
