package dev.hopscope.snippet.noproxy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * GNU Wget 1.21 ({@code sufmatch} in src/host.c, {@code getproxy} in src/retr.c, {@code url_parse} in src/url.c);
 * stateless.
 */
final class WgetRules implements NoProxyClient {
    @Override
    public ClientCard card() {
        return new ClientCard(
                "wget",
                "GNU Wget",
                "1.21.3",
                "Only lower-case no_proxy; commas separate, blanks after a comma are dropped; a name means itself and"
                        + " its subdomains, with a leading dot only those; no *, ports or ranges; IPv6 by spelling,"
                        + " without brackets.");
    }

    @Override
    public List<String> variables(String scheme) {
        return List.of(scheme + "_proxy");
    }

    @Override
    public Decision decide(ProxyEnvironment environment, String url, Resolver names) {
        Target target = Target.of(url);
        Variable proxy = environment.firstWithValue(target.scheme() + "_proxy");
        if (proxy == null) {
            return Decision.noVariable();
        }
        String entry = match(environment.get("no_proxy"), target);
        return entry != null
                ? Decision.bypassed(Bypass.by(entry))
                : Decision.through(proxy.name(), read(proxy.value(), target));
    }

    private static @Nullable String match(@Nullable String list, Target target) {
        String host = HostNames.toAscii(target.bareHost());
        if (list == null || list.isEmpty() || host == null) {
            return null;
        }
        for (String entry : entries(list)) {
            String suffix = Ascii.lower(entry);
            int before = host.length() - suffix.length() - 1;
            if (host.endsWith(suffix) && (before < 0 || host.charAt(before) == '.' || suffix.startsWith("."))) {
                return entry;
            }
        }
        return null;
    }

    /** {@code sepstring}: blanks after a comma go, blanks elsewhere stay, and an empty entry ends in a dot only. */
    private static List<String> entries(String list) {
        List<String> entries = new ArrayList<>();
        int start = 0;
        int i = 0;
        while (i < list.length()) {
            if (list.charAt(i) != ',') {
                i++;
                continue;
            }
            entries.add(list.substring(start, i++));
            while (i < list.length() && Blanks.ascii(list.charAt(i))) {
                i++;
            }
            start = i;
        }
        entries.add(list.substring(start, i));
        return entries;
    }

    private static ProxyReading read(String value, Target target) {
        String url = hasScheme(value) ? value : rewritten(value);
        if (url == null || !hasScheme(url)) {
            return ProxyReading.refused(value);
        }
        String scheme = Ascii.lower(url.substring(0, url.indexOf("://")));
        String rest = url.substring(scheme.length() + 3);
        int at = credentialsEnd(rest);
        if (at == 0 || (at > 0 && rest.startsWith(":"))) {
            return ProxyReading.refused(value);
        }
        ProxyReading reading = hostAndPort(value, rest.substring(at + 1), scheme.equals("https") ? 443 : 80);
        boolean usable = scheme.equals("http") || scheme.equals(target.scheme());
        return usable ? reading : ProxyReading.refused(value);
    }

    private static boolean hasScheme(String value) {
        String lower = Ascii.lower(value);
        return lower.startsWith("http://")
                || lower.startsWith("https://")
                || lower.startsWith("ftp://")
                || lower.startsWith("ftps://");
    }

    /** {@code rewrite_shorthand_url}: {@code host:digits} and {@code host} are HTTP, {@code host:path} is FTP. */
    private static @Nullable String rewritten(String value) {
        int mark = 0;
        while (mark < value.length() && value.charAt(mark) != ':' && value.charAt(mark) != '/') {
            mark++;
        }
        if (mark == 0 || value.startsWith("://", mark)) {
            return null;
        }
        if (value.startsWith(":", mark)) {
            int digits = mark + 1;
            while (digits < value.length() && Ascii.digit(value.charAt(digits))) {
                digits++;
            }
            boolean port = digits > mark + 1 && (digits == value.length() || value.charAt(digits) == '/');
            return port ? "http://" + value : "ftp://" + value.replaceFirst(":", "/");
        }
        return "http://" + value;
    }

    /** The at-sign after user and password; −1 where there are none. What wget would escape is allowed too. */
    private static int credentialsEnd(String rest) {
        for (int i = 0; i < rest.length(); i++) {
            char c = rest.charAt(i);
            if (c == '@') {
                return i;
            }
            if ("/?#[]".indexOf(c) >= 0) {
                return -1;
            }
        }
        return -1;
    }

    private static ProxyReading hostAndPort(String value, String rest, int defaultPort) {
        int end = 0;
        while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String authority = rest.substring(0, end);
        int bracket = authority.startsWith("[") ? authority.indexOf(']') : 0;
        int colon = bracket < 0 ? -1 : authority.indexOf(':', bracket);
        String host = colon < 0 ? authority : authority.substring(0, colon);
        String port = colon < 0 ? "" : authority.substring(colon + 1);
        boolean literal = host.startsWith("[");
        if (literal && (!host.endsWith("]") || Addresses.ipv6(host.substring(1, host.length() - 1)) == null)) {
            return ProxyReading.refused(value);
        }
        int number = port.isEmpty() ? defaultPort : Ascii.digits(port) ? Ascii.number(port) : 65536;
        if (host.isEmpty() || number > 65535) {
            return ProxyReading.refused(value);
        }
        return new ProxyReading.Reached(literal ? host.substring(1, host.length() - 1) : ascii(host), number);
    }

    private static String ascii(String host) {
        String ascii = HostNames.toAscii(host);
        return ascii == null ? host : ascii;
    }
}
