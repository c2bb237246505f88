package dev.hopscope.snippet.noproxy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Perl LWP::UserAgent 6.68 with {@code env_proxy} (LWP/UserAgent.pm, URI 5.17); stateless. One value it refuses makes
 * {@code env_proxy} die, whatever the URL.
 */
final class LwpRules implements NoProxyClient {
    private static final Pattern ABSOLUTE = Pattern.compile("^([a-zA-Z][a-zA-Z0-9.+\\-]*):");
    private static final Pattern HTTP_BEFORE_HOST = Pattern.compile("^https?://[\\w\\[]");

    @Override
    public ClientCard card() {
        return new ClientCard(
                "perl-lwp",
                "Perl LWP::UserAgent",
                "6.68",
                "An entry is a plain suffix of the host, case and all, without regard to dots; an empty entry before"
                        + " another matches every host; no *, ports or ranges; upper-case variables win.");
    }

    @Override
    public List<String> variables(String scheme) {
        return scheme.equals("http") ? List.of("HTTP_PROXY", "http_proxy") : List.of("HTTPS_PROXY", "https_proxy");
    }

    @Override
    public Decision decide(ProxyEnvironment environment, String url, Resolver names) {
        Target target = Target.of(url);
        Map<String, Variable> seen = read(environment);
        for (String key : List.of("http_proxy", "https_proxy", "ftp_proxy")) {
            Variable variable = seen.get(key);
            if (variable != null && dies(variable.value())) {
                return Decision.error("env_proxy dies on " + variable.name() + "=" + variable.value() + ".");
            }
        }
        Variable proxy = seen.get(target.scheme() + "_proxy");
        if (proxy == null) {
            return Decision.noVariable();
        }
        Variable list = seen.get("no_proxy");
        String host = Ascii.pure(target.bareHost()) ? target.bareHost() : HostNames.toAscii(target.bareHost());
        Bypass bypass = PerlNoProxy.check(list == null ? null : list.value(), host == null ? "" : host);
        return bypass.decides()
                ? Decision.bypassed(bypass, target.bareHost())
                : Decision.through(proxy.name(), read(proxy.value()));
    }

    /** The variables in sorted order, so that upper case comes first; of several spellings the first one counts. */
    private static Map<String, Variable> read(ProxyEnvironment environment) {
        boolean cgi = truth(environment.get("REQUEST_METHOD"));
        Map<String, Variable> seen = new TreeMap<>();
        new TreeMap<>(environment.variables()).forEach((name, value) -> {
            if (truth(value) && !(cgi && name.startsWith("HTTP_"))) {
                String key = cgi && name.equals("CGI_HTTP_PROXY") ? "http_proxy" : Ascii.lower(name);
                seen.putIfAbsent(key, new Variable(name, value));
            }
        });
        return seen;
    }

    private static boolean truth(@Nullable String value) {
        return value != null && !value.isEmpty() && !value.equals("0");
    }

    private static boolean dies(String value) {
        boolean http = value.startsWith("http:") || value.startsWith("https:");
        return !ABSOLUTE.matcher(value).find()
                || (http && !HTTP_BEFORE_HOST.matcher(value).find());
    }

    /** URI.pm trims blanks, takes the last at-sign, and a port of 0 for none. */
    private static ProxyReading read(String value) {
        String trimmed = value.replaceAll("^[ \\t-\\r]+|[ \\t-\\r]+\\z", "");
        Matcher absolute = ABSOLUTE.matcher(trimmed);
        String scheme = absolute.find() ? Ascii.lower(absolute.group(1)) : "";
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return ProxyReading.refused(value);
        }
        int start = trimmed.startsWith("//", scheme.length() + 1) ? scheme.length() + 3 : trimmed.length();
        int end = start;
        while (end < trimmed.length() && "/?#".indexOf(trimmed.charAt(end)) < 0) {
            end++;
        }
        String authority = trimmed.substring(start, end);
        String hostPort = authority.substring(authority.lastIndexOf('@') + 1);
        int colon = hostPort.lastIndexOf(':');
        boolean ported = colon >= 0 && hostPort.substring(colon + 1).chars().allMatch(c -> Ascii.digit((char) c));
        String host = ported ? hostPort.substring(0, colon) : hostPort;
        String digits = ported ? hostPort.substring(colon + 1) : "";
        int port = digits.isEmpty() ? 0 : Ascii.number(digits);
        String bare = PerlNoProxy.peer(host);
        String ascii = Ascii.pure(bare) ? bare : HostNames.toAscii(bare);
        if (ascii == null || ascii.isEmpty()) {
            return ProxyReading.refused(value);
        }
        return new ProxyReading.Reached(ascii, port > 0 ? port : scheme.equals("https") ? 443 : 80);
    }
}
