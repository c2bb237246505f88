package dev.hopscope.snippet.noproxy;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Node's own {@code http} and {@code https} with {@code NODE_USE_ENV_PROXY=1} (lib/internal/http.js); immutable. Node
 * also builds the agent of {@code fetch} at its start, so what that refuses fails here too.
 *
 * @param fetch the agent of the same Node version
 * @param dotBoundary {@code .x} takes only whole labels (not in Node 22)
 */
record NodeHttp(UndiciAgent fetch, boolean dotBoundary) {
    static List<String> variables(String scheme) {
        return scheme.equals("http") ? List.of("http_proxy", "HTTP_PROXY") : List.of("https_proxy", "HTTPS_PROXY");
    }

    /** Why every request of this Node fails; null where none does. */
    static @Nullable String lineBreak(ProxyEnvironment environment, String scheme) {
        Variable proxy = environment.firstWithValue(variables(scheme).toArray(String[]::new));
        boolean broken = proxy != null
                && (proxy.value().indexOf('\n') >= 0 || proxy.value().indexOf('\r') >= 0);
        return broken ? "Node refuses a proxy address with a line break." : null;
    }

    Decision decide(ProxyEnvironment environment, String url) {
        WhatwgUrl target = WhatwgUrl.parse(url);
        String failure = fetch.failure(environment);
        failure = failure == null ? lineBreak(environment, "http") : failure;
        failure = failure == null && target != null ? lineBreak(environment, target.scheme()) : failure;
        if (failure != null || target == null) {
            return Decision.error(failure == null ? "new URL() refuses the URL." : failure);
        }
        Variable proxy = environment.firstWithValue(variables(target.scheme()).toArray(String[]::new));
        if (proxy == null) {
            return Decision.noVariable();
        }
        ProxyReading reading = read(proxy.value());
        Variable list = environment.firstWithValue("no_proxy", "NO_PROXY");
        Bypass bypass = list == null ? Bypass.NONE : check(list.value(), target);
        boolean bypassed = bypass.decides() && reading instanceof ProxyReading.Reached;
        return bypassed ? Decision.bypassed(bypass) : Decision.through(proxy.name(), reading);
    }

    private static ProxyReading read(String value) {
        if (!value.startsWith("http://") && !value.startsWith("https://")) {
            return ProxyReading.ignored(value);
        }
        WhatwgUrl url = WhatwgUrl.parse(value);
        return url == null || url.undecodableCredentials()
                ? ProxyReading.refused(value)
                : new ProxyReading.Reached(url.bareHost(), url.effectivePort());
    }

    private Bypass check(String list, WhatwgUrl target) {
        String host = target.bareHost();
        for (String part : list.split(",", -1)) {
            String entry = Blanks.trimJavaScript(part).toLowerCase(Locale.ROOT);
            boolean exact = entry.equals(host) || entry.equals(host + ":" + target.effectivePort());
            boolean wildcard = entry.equals("*") || (entry.startsWith("*.") && host.endsWith(entry.substring(1)));
            if (exact || wildcard || (entry.startsWith(".") && dotMatches(entry, host)) || inRange(entry, host)) {
                return Bypass.by(entry);
            }
        }
        return Bypass.NONE;
    }

    private boolean dotMatches(String entry, String host) {
        return host.equals(entry.substring(1)) || host.endsWith(dotBoundary ? entry : entry.substring(1));
    }

    /** {@code a-b}: an inclusive range of IPv4 addresses. */
    private static boolean inRange(String entry, String host) {
        byte[] address = Addresses.ipv4(host);
        String[] ends = entry.split("-", -1);
        byte[] from = ends.length < 2 ? null : Addresses.ipv4(Blanks.trimJavaScript(ends[0]));
        byte[] to = ends.length < 2 ? null : Addresses.ipv4(Blanks.trimJavaScript(ends[1]));
        return address != null
                && from != null
                && to != null
                && number(address) >= number(from)
                && number(address) <= number(to);
    }

    private static long number(byte[] ipv4) {
        return (ipv4[0] & 255L) << 24 | (ipv4[1] & 255L) << 16 | (ipv4[2] & 255L) << 8 | (ipv4[3] & 255L);
    }
}
