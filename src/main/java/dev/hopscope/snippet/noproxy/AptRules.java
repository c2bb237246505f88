package dev.hopscope.snippet.noproxy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** apt 2.6 (methods/http.cc, {@code CheckDomainList} and {@code URI::CopyFrom} in apt-pkg/contrib/strutl.cc); stateless. */
final class AptRules implements NoProxyClient {
    @Override
    public ClientCard card() {
        return new ClientCard(
                "apt",
                "apt",
                "2.6.1",
                "Lower-case variables only; an entry is a plain suffix of the host without regard to dots or case, and"
                        + " is not trimmed; no *, ports or ranges.");
    }

    @Override
    public List<String> variables(String scheme) {
        return scheme.equals("https") ? List.of("https_proxy", "http_proxy") : List.of("http_proxy");
    }

    @Override
    public Decision decide(ProxyEnvironment environment, String url, Resolver names) {
        Target target = Target.of(url);
        Variable proxy = environment.firstSet(variables(target.scheme()).toArray(String[]::new));
        if (proxy == null || proxy.value().isEmpty()) {
            return Decision.noVariable();
        }
        String entry = match(environment.get("no_proxy"), target.bareHost());
        return entry != null
                ? Decision.bypassed(Bypass.by(entry))
                : Decision.through(proxy.name(), read(proxy.value(), target.https() ? 443 : 80));
    }

    private static @Nullable String match(@Nullable String list, String host) {
        if (list == null) {
            return null;
        }
        for (String entry : list.split(",")) {
            if (!entry.isEmpty() && Ascii.endsWithIgnoringCase(host, entry)) {
                return entry;
            }
        }
        return null;
    }

    private static ProxyReading read(String value, int defaultPort) {
        int colon = value.indexOf(':');
        String access = colon < 0 ? value : value.substring(0, colon);
        String authority = colon < 0 ? "" : authority(value.substring(colon));
        int at = authority.lastIndexOf('@');
        String host = authority.substring(at < 1 ? 0 : at + 1).replace("[", "").replace("]", "");
        int literalEnd = authority.lastIndexOf(']') < 0 ? 0 : host.length() - afterBracket(authority);
        int portColon = host.lastIndexOf(':');
        boolean hasPort = portColon >= 0 && portColon >= literalEnd;
        int port = hasPort ? Math.max(0, Ascii.atoi(host.substring(portColon + 1))) : 0;
        String written = hasPort ? host.substring(0, portColon) : host;
        String ascii = HostNames.toAscii(written);
        String name = ascii == null ? written : ascii;
        if (access.isEmpty() || (name.isEmpty() && !access.equals("socks5h"))) {
            return ProxyReading.ignored(value);
        }
        return switch (access) {
            case "socks5h" -> new ProxyReading.Reached(name, port == 0 ? 1080 : port);
            case "https" -> new ProxyReading.Reached(name, port == 0 ? 443 : port);
            case "http" -> new ProxyReading.Reached(name, port == 0 ? defaultPort : port);
            default -> ProxyReading.refused(value);
        };
    }

    private static int afterBracket(String authority) {
        return authority.length() - authority.lastIndexOf(']') - 1;
    }

    /** What stands between the scheme's colon, with or without slashes, and the next slash outside brackets. */
    private static String authority(String colonRest) {
        boolean slashes = colonRest.length() > 3 && colonRest.startsWith("://");
        int start = colonRest.startsWith("://") ? 3 : 1;
        boolean inBracket = false;
        int end = slashes ? 3 : 0;
        while (end < colonRest.length() && (colonRest.charAt(end) != '/' || inBracket)) {
            char c = colonRest.charAt(end++);
            inBracket = c == '[' || (inBracket && c != ']');
        }
        return start >= end ? "" : colonRest.substring(start, end);
    }
}
