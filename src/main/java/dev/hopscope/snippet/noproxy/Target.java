package dev.hopscope.snippet.noproxy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The URL of a request split at its delimiters and nothing else, as clients see it that do not normalise; immutable.
 * Does not decode, does not lower the host's case.
 *
 * @param scheme lower case
 * @param host as written, with the brackets of an IPv6 literal
 * @param portText as written; null where no port is written
 */
record Target(
        String url, String scheme, String host, @Nullable String portText) {
    /** Splits scheme, authority (RFC 3986 §3.2, without user information) and port. */
    static Target of(String url) {
        int colon = url.indexOf("://");
        String scheme = colon < 0 ? "" : Ascii.lower(url.substring(0, colon));
        String rest = colon < 0 ? url : url.substring(colon + 3);
        int end = 0;
        while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String authority = rest.substring(0, end);
        authority = authority.substring(authority.lastIndexOf('@') + 1);
        int portColon = authority.lastIndexOf(':');
        if (portColon >= 0 && portColon > authority.lastIndexOf(']')) {
            return new Target(url, scheme, authority.substring(0, portColon), authority.substring(portColon + 1));
        }
        return new Target(url, scheme, authority, null);
    }

    boolean https() {
        return scheme.equals("https");
    }

    int defaultPort() {
        return https() ? 443 : 80;
    }

    /** The port written, or the scheme's. */
    int port() {
        String text = portText;
        return text != null && Ascii.digits(text) ? Ascii.number(text) : defaultPort();
    }

    /** Host and, where one is written, {@code :port}. */
    String hostPort() {
        return portText == null ? host : host + ":" + portText;
    }

    /** Host and port with the user information before them, percent-decoded: how urllib hands a host over. */
    String authority() {
        String rest = url.substring(url.indexOf("://") + 3);
        String written = rest.split("[/?#]", 2)[0];
        if (!written.matches("(?:[^%]|%[0-9A-Fa-f]{2})*")) {
            return written; // what is no encoding stays as it is
        }
        return URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    boolean ipv6Literal() {
        return host.startsWith("[");
    }

    /** Without the brackets of an IPv6 literal. */
    String bareHost() {
        return ipv6Literal() && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    Target withHost(String other) {
        return new Target(url, scheme, other, portText);
    }
}
