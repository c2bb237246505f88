package dev.hopscope.snippet.noproxy;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Python httpx 0.23 ({@code get_environment_proxies} and {@code URLPattern} in httpx/_utils.py, with rfc3986 1.5);
 * stateless. It builds every proxy when the client is made, so one bad value fails every request.
 */
final class HttpxRules implements NoProxyClient {
    /** {@code SUBAUTHORITY_MATCHER} for what is ASCII, letters beyond ASCII taken as letters. */
    private static final Pattern AUTHORITY =
            Pattern.compile("^(?:((?:[A-Za-z0-9._~\\-!$&'()*+,;=:\\u00a0-\\uffef]|%[A-Fa-f0-9]{2})+)@)?"
                    + "((?:%[0-9A-Fa-f]{2}|[A-Za-z0-9._~\\-!$&'()*+,;=\\u00a0-\\uffef])*|\\[[0-9A-Fa-f:.]+"
                    + "(?:%25[A-Za-z0-9._~\\-]+)?\\]):?([0-9]{1,5})?\\n?\\z");

    @Override
    public ClientCard card() {
        return new ClientCard(
                "python-httpx",
                "Python httpx",
                "0.23.3",
                "A name means itself and its subdomains, with a leading dot only those; host:port counts where the"
                        + " URL's port is not the scheme's; a range is read as its address; * anywhere disables all; no"
                        + " IPv6; a first label with other than ASCII letters makes every request fail.");
    }

    @Override
    public List<String> variables(String scheme) {
        return PythonEnvironment.names(scheme, true);
    }

    @Override
    public Decision decide(ProxyEnvironment environment, String url, Resolver names) {
        Target target = Target.of(url);
        PythonEnvironment python = new PythonEnvironment(environment);
        String list = python.noProxy() == null ? "" : String.valueOf(python.noProxy());
        for (String entry : list.split(",", -1)) {
            if (Blanks.stripPython(entry).equals("*")) {
                return Decision.bypassed(Bypass.by("*"));
            }
        }
        for (String key : List.of("http", "https", "all")) {
            Variable variable = python.proxy(key);
            if (variable != null && !buildable(variable.value())) {
                return Decision.through(null, ProxyReading.refused(variable.value()));
            }
        }
        Bypass bypass = bypass(list, target);
        Variable own = python.proxy(target.scheme());
        Variable proxy = own == null ? python.proxy("all") : own;
        if (bypass instanceof Bypass.Fails || (bypass.decides() && proxy != null)) {
            return Decision.bypassed(bypass);
        }
        return proxy == null ? Decision.noVariable() : Decision.through(proxy.name(), read(proxy.value()));
    }

    private static Bypass bypass(String list, Target target) {
        String host = HostNames.toAscii(target.bareHost());
        if (host == null) {
            return new Bypass.Fails("httpx refuses the URL.");
        }
        String compared = host.startsWith("xn--") ? HostNames.toUnicode(host) : host;
        int port = target.port() == target.defaultPort() ? -1 : target.port();
        Bypass found = Bypass.NONE;
        for (String part : list.split(",", -1)) {
            String entry = Blanks.stripPython(part);
            Bypass result = entry.isEmpty() ? Bypass.NONE : match(entry, compared, port);
            if (result instanceof Bypass.Fails) {
                return result;
            }
            found = found.decides() ? found : result;
        }
        return found;
    }

    /** The entry becomes the pattern {@code all://*ENTRY}; one that is no authority matches nothing of use. */
    private static Bypass match(String entry, String host, int port) {
        String pattern = "*" + entry;
        int end = 0;
        while (end < pattern.length() && "\\/?#".indexOf(pattern.charAt(end)) < 0) {
            end++;
        }
        Matcher authority = AUTHORITY.matcher(pattern.substring(0, end));
        if (!authority.find()) {
            return Bypass.NONE;
        }
        String patternHost = encoded(authority.group(2));
        if (patternHost == null) {
            return fails(entry);
        }
        String digits = authority.group(3);
        boolean portMatches = digits == null || Ascii.number(digits) == port;
        boolean anyHost = patternHost.isEmpty() || patternHost.equals("*");
        boolean hostMatches = anyHost ? digits != null : hostMatches(patternHost, host);
        return portMatches && hostMatches ? Bypass.by(entry) : Bypass.NONE;
    }

    private static boolean hostMatches(String pattern, String host) {
        if (pattern.startsWith("*.")) {
            String domain = pattern.substring(1);
            return host.endsWith(domain) && host.length() > domain.length();
        }
        if (pattern.startsWith("*")) {
            String domain = pattern.substring(1);
            return host.equals(domain) || (host.endsWith("." + domain) && host.length() > domain.length() + 1);
        }
        return host.equals(pattern);
    }

    /** Labels beyond ASCII in IDNA 2008, which takes no asterisk; null where that fails. */
    private static @Nullable String encoded(String host) {
        StringBuilder encoded = new StringBuilder();
        for (String label : host.split("\\.", -1)) {
            boolean pure = Ascii.pure(label);
            String ascii = pure ? Ascii.lower(label) : HostNames.toAscii(label);
            if (ascii == null || (!pure && !ascii.matches("[a-z0-9-]+"))) {
                return null;
            }
            encoded.append(encoded.isEmpty() ? "" : ".").append(ascii);
        }
        return encoded.toString();
    }

    private static Bypass fails(String entry) {
        return new Bypass.Fails("httpx makes an invalid URL of the entry " + entry + ", so every request fails.");
    }

    /** Of the address only the scheme and letters beyond ASCII are looked at when the client is made. */
    private static boolean buildable(String value) {
        String scheme = scheme(value);
        Matcher authority = AUTHORITY.matcher(authority(value));
        boolean encodable = !authority.find() || encoded(authority.group(2)) != null;
        return encodable && (scheme.equals("http") || scheme.equals("https"));
    }

    private static String scheme(String value) {
        int marks = value.indexOf("://");
        return marks < 0 ? "http" : Ascii.lower(value.substring(0, marks));
    }

    private static String authority(String value) {
        int marks = value.indexOf("://");
        String rest = marks < 0 ? value : value.substring(marks + 3);
        int end = 0;
        while (end < rest.length() && "\\/?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        return rest.substring(0, end);
    }

    private static ProxyReading read(String value) {
        String scheme = scheme(value);
        Matcher authority = AUTHORITY.matcher(authority(value));
        String host = authority.find() ? encoded(authority.group(2)) : null;
        if (host == null || host.isEmpty()) {
            return ProxyReading.refused(value);
        }
        String digits = authority.group(3);
        int port = digits == null ? 0 : Ascii.number(digits);
        boolean literal = host.startsWith("[");
        String bare = literal ? host.substring(1, host.length() - 1) : host;
        return new ProxyReading.Reached(HostNames.lookedUp(bare), port > 0 ? port : scheme.equals("https") ? 443 : 80);
    }
}
