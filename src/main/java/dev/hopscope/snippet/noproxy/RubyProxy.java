package dev.hopscope.snippet.noproxy;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ruby 3.1's {@code URI::Generic#find_proxy} and {@code use_proxy?} (uri/generic.rb), shared by Net::HTTP and open-uri;
 * pure functions. Looks the host up first, through the resolver given.
 */
final class RubyProxy {
    private RubyProxy() {}

    private static final Pattern TOKEN = Pattern.compile("([^:, \\t\\r\\n\\x0b\\f]+)(?::([0-9]+))?");
    private static final Pattern URI = Pattern.compile("^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(//("
            + "(?:((?:%[0-9A-Fa-f]{2}|[!$&-.0-;=A-Z_a-z~])*)@)?"
            + "(\\[[0-9A-Fa-f:.%A-Za-z]+\\]|(?:%[0-9A-Fa-f]{2}|[!$&-.0-9;=A-Z_a-z~])*)"
            + "(?::([0-9]*))?)(?=[/?#]|\\z))?((?:%[0-9A-Fa-f]{2}|[!$&-.0-;=@A-Z_a-z~/])*)"
            + "(?:\\?(?:%[0-9A-Fa-f]{2}|[!$&-.0-;=@A-Z_a-z~/?\\[\\]])*)?"
            + "(?:#(?:%[0-9A-Fa-f]{2}|[!$&-.0-;=@A-Z_a-z~/?])*)?\\z");

    /**
     * The variable {@code find_proxy} takes; null where there is none.
     *
     * @param scheme Net::HTTP asks for {@code http} whatever the URL
     */
    static @Nullable Variable variable(ProxyEnvironment environment, String scheme) {
        Variable chosen;
        if (scheme.equals("http") && environment.isSet("REQUEST_METHOD")) {
            chosen = underCgi(environment);
        } else {
            chosen = environment.firstSet(names(scheme).toArray(String[]::new));
        }
        return chosen == null || chosen.value().isEmpty() ? null : chosen;
    }

    static List<String> names(String scheme) {
        return scheme.equals("http") ? List.of("http_proxy", "HTTP_PROXY") : List.of("https_proxy", "HTTPS_PROXY");
    }

    /** A web server sets {@code HTTP_PROXY} from the request's own header: only the lower case is trusted. */
    private static @Nullable Variable underCgi(ProxyEnvironment environment) {
        long spellings = environment.variables().keySet().stream()
                .filter(name -> Ascii.equalIgnoringCase(name, "http_proxy"))
                .count();
        boolean trusted = environment.isSet("http_proxy") && (spellings > 1 || !environment.isSet("HTTP_PROXY"));
        Variable own = trusted ? environment.firstSet("http_proxy") : null;
        return own != null ? own : environment.firstSet("CGI_HTTP_PROXY");
    }

    /** Whether the host goes past the proxy: it resolves to loopback, or a token of the list takes it. */
    static Bypass bypass(ProxyEnvironment environment, Target target, Resolver names) {
        String host = target.bareHost();
        byte[] whole = Addresses.literal(host);
        // the C library takes 127.1 for an address
        byte[] literal = whole != null ? whole : Addresses.shorthand(host);
        @Nullable String looked = literal != null ? null : names.addressOf(host);
        byte[] address = literal != null ? literal : looked == null ? null : Addresses.literal(looked);
        if (address != null && isLoopback(address)) {
            return Bypass.builtIn("what resolves to 127.* or ::1");
        }
        Variable list = environment.firstSet("no_proxy", "NO_PROXY");
        return list == null ? Bypass.NONE : tokens(list.value(), target, Ascii.lower(host), address);
    }

    private static boolean isLoopback(byte[] address) {
        return !Addresses.mapped(address) && Addresses.loopback(address);
    }

    private static Bypass tokens(String list, Target target, String host, byte @Nullable [] address) {
        Matcher token = TOKEN.matcher(list);
        while (token.find()) {
            String entry = token.group(1);
            String port = token.group(2);
            if (port != null && Ascii.number(port) != target.port()) {
                continue;
            }
            String lower = entry.toLowerCase(java.util.Locale.ROOT);
            boolean name = lower.startsWith(".") ? host.endsWith(lower) : ("." + host).endsWith("." + lower);
            if (name || (address != null && RubyIpAddr.includes(entry, address))) {
                return Bypass.by(token.group());
            }
        }
        return Bypass.NONE;
    }

    /**
     * A URI as {@code URI.parse} reads it.
     *
     * @param scheme empty where there is none
     * @param host without brackets; null where there is none
     * @param port −1 where none is written and the scheme has none
     */
    record RubyUri(String scheme, @Nullable String host, int port) {}

    /** Null where {@code URI.parse} raises InvalidURIError. */
    static @Nullable RubyUri parse(String value) {
        Matcher uri = URI.matcher(value);
        if (!uri.find() || !plausible(value, uri)) {
            return null;
        }
        String scheme = uri.group(1) == null ? "" : Ascii.lower(uri.group(1));
        if (uri.group(2) == null) {
            return new RubyUri(scheme, null, defaultPort(scheme));
        }
        String host = uri.group(5);
        boolean literal = host.startsWith("[");
        String bare = literal ? host.substring(1, host.length() - 1) : host;
        if (literal && Addresses.ipv6(bare) == null) {
            return null;
        }
        String digits = uri.group(6);
        int port = digits == null || digits.isEmpty() ? defaultPort(scheme) : Ascii.number(digits);
        return new RubyUri(scheme, bare.isEmpty() ? null : bare, port);
    }

    /** Two slashes begin an authority, and a relative reference has no colon in its first segment (RFC 3986 §4.2). */
    private static boolean plausible(String value, Matcher uri) {
        if (uri.group(2) == null && uri.group(7).startsWith("//")) {
            return false;
        }
        return uri.group(1) != null || uri.group(2) != null || value.split("[/?#]", 2)[0].indexOf(':') < 0;
    }

    private static int defaultPort(String scheme) {
        return switch (scheme) {
            case "http", "ws" -> 80;
            case "https", "wss" -> 443;
            case "ftp" -> 21;
            default -> -1;
        };
    }
}
