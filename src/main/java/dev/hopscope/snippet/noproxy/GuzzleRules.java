package dev.hopscope.snippet.noproxy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PHP Guzzle 7.4 with its curl handler; stateless. Its own list ({@code Utils::isHostInNoProxy}) only decides whether
 * it hands the proxy to libcurl, which then reads the environment itself and applies {@code no_proxy} again.
 */
final class GuzzleRules implements NoProxyClient {
    @Override
    public ClientCard card() {
        return new ClientCard(
                "php-guzzle",
                "PHP Guzzle",
                "7.4.5",
                "As curl: its own list has no effect; its URLs refuse an IPv6 literal with an upper-case letter or a"
                        + " dot unless a port follows.");
    }

    @Override
    public List<String> variables(String scheme) {
        return scheme.equals("http")
                ? List.of("HTTP_PROXY", "http_proxy", "all_proxy", "ALL_PROXY")
                : List.of("HTTPS_PROXY", "https_proxy", "all_proxy", "ALL_PROXY");
    }

    @Override
    public Decision decide(ProxyEnvironment environment, String url, Resolver names) {
        Target target = Target.of(url);
        boolean plain =
                target.bareHost().chars().allMatch(c -> c == ':' || Ascii.digit((char) c) || (c >= 'a' && c <= 'f'));
        if (target.ipv6Literal() && !plain && target.portText() == null) {
            return Decision.error("Guzzle's URI class refuses this IPv6 literal.");
        }
        Variable own = environment.firstWithValue(target.https() ? "HTTPS_PROXY" : "HTTP_PROXY");
        boolean used = own != null && !own.value().equals("0");
        return CurlRules.decide(
                environment, target, used && !inOwnList(environment.get("NO_PROXY"), target) ? own : null);
    }

    private static boolean inOwnList(@Nullable String list, Target target) {
        if (list == null || list.isEmpty() || list.equals("0")) {
            return false;
        }
        String host = Ascii.lower(target.host());
        host = host.indexOf(':') < 0 ? host : host.substring(0, host.indexOf(':'));
        for (String area : list.replace(" ", "").split(",", -1)) {
            String suffix = "." + Ascii.withoutLeading(area, '.');
            if (area.equals("*")
                    || (!area.isEmpty() && !area.equals("0") && (area.equals(host) || host.endsWith(suffix)))) {
                return true;
            }
        }
        return false;
    }
}
