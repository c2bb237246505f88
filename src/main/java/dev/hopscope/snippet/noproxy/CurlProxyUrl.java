package dev.hopscope.snippet.noproxy;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How libcurl reads the address of a proxy ({@code parse_proxy} in lib/url.c and lib/urlapi.c of 7.88.1); pure
 * functions; connects to nothing.
 */
final class CurlProxyUrl {
    private CurlProxyUrl() {}

    private static final Set<String> KNOWN = Set.of("http", "https", "socks", "socks4", "socks4a", "socks5", "socks5h");
    private static final String NOT_IN_NAMES = " \r\n\t/:#?!@{}[]\\$'\"^`*<>=;,+&()";

    /**
     * Where libcurl goes for this value.
     *
     * @param encrypted the port is 443 where none is written, because the caller asks for TLS to the proxy
     */
    static ProxyReading read(String value, boolean encrypted) {
        int schemeLength = schemeLength(value);
        String scheme = schemeLength == 0 ? "http" : Ascii.lower(value.substring(0, schemeLength));
        int start = schemeLength == 0 ? 0 : schemeLength + 1;
        int slashes = 0;
        while (schemeLength > 0 && slashes < 4 && start < value.length() && value.charAt(start) == '/') {
            start++;
            slashes++;
        }
        if (schemeLength > 0 && (slashes < 1 || slashes > 3)) {
            return ProxyReading.refused(value);
        }
        int end = start;
        while (end < value.length() && "/?#".indexOf(value.charAt(end)) < 0) {
            end++;
        }
        String authority = value.substring(start, end);
        if (authority.isEmpty() || junk(value.substring(end)) || !KNOWN.contains(scheme)) {
            return ProxyReading.refused(value);
        }
        return authority(value, authority, schemeLength > 0, encrypted || scheme.equals("https") ? 443 : 1080);
    }

    private static ProxyReading authority(String value, String authority, boolean hasScheme, int defaultPort) {
        int at = authority.indexOf('@');
        if (at >= 0 && junk(authority.substring(0, at))) {
            return ProxyReading.refused(value);
        }
        String rest = authority.substring(at + 1);
        int bracket = rest.startsWith("[") ? rest.indexOf(']') : 0;
        if (bracket < 0) {
            return ProxyReading.refused(value);
        }
        int colon = rest.startsWith("[") ? bracket + 1 : rest.indexOf(':');
        String host = colon < 0 || colon >= rest.length() ? rest : rest.substring(0, colon);
        String port = colon < 0 || colon >= rest.length() ? null : rest.substring(colon);
        Integer number = port == null ? Integer.valueOf(defaultPort) : port(port, hasScheme, defaultPort);
        String name = host(host);
        if (number == null || name == null) {
            return ProxyReading.refused(value);
        }
        if (at >= 0 && decodesToControl(authority.substring(0, at))) {
            return ProxyReading.ignored(value);
        }
        return new ProxyReading.Reached(name, number);
    }

    private static @Nullable Integer port(String colonPort, boolean hasScheme, int defaultPort) {
        String digits = colonPort.substring(1);
        if (colonPort.charAt(0) != ':' || (digits.isEmpty() && !hasScheme)) {
            return null;
        }
        if (digits.isEmpty()) {
            return defaultPort;
        }
        int number = Ascii.digits(digits) ? Ascii.number(digits) : 65536;
        return number > 65535 ? null : Integer.valueOf(number);
    }

    private static @Nullable String host(String host) {
        if (host.startsWith("[")) {
            String bare = host.substring(1, host.length() - 1);
            int zone = bare.indexOf('%');
            String address = zone < 0 ? bare : bare.substring(0, zone);
            return Addresses.ipv6(address) == null ? null : address;
        }
        byte[] ipv4 = !host.isEmpty() && Ascii.digit(host.charAt(0)) ? Addresses.shorthand(host) : null;
        if (ipv4 != null) {
            return Addresses.dotted(ipv4);
        }
        if (host.isEmpty() || junk(host) || Ascii.anyOf(NOT_IN_NAMES, host)) {
            return null;
        }
        return HostNames.toAscii(host);
    }

    private static int schemeLength(String value) {
        int i = 0;
        while (i < value.length() && i < 40 && schemeCharacter(value.charAt(i))) {
            i++;
        }
        return i > 0 && value.startsWith(":/", i) ? i : 0;
    }

    private static boolean schemeCharacter(char c) {
        return Ascii.letter(c) || Ascii.digit(c) || c == '+' || c == '-' || c == '.';
    }

    private static boolean junk(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) == 127) {
                return true;
            }
        }
        return false;
    }

    private static boolean decodesToControl(String user) {
        for (int i = user.indexOf('%'); i >= 0; i = user.indexOf('%', i + 1)) {
            if (i + 2 < user.length() && Ascii.hex(user.charAt(i + 1)) && Ascii.hex(user.charAt(i + 2))) {
                int c = Integer.parseInt(user.substring(i + 1, i + 3), 16);
                if (c < ' ' || c == 127) {
                    return true;
                }
            }
        }
        return false;
    }
}
