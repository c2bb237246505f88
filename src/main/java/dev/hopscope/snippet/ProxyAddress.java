package dev.hopscope.snippet;

import dev.hopscope.snippet.noproxy.Wanted;
import java.nio.charset.StandardCharsets;

/**
 * Where the proxy is and who asks; immutable.
 *
 * @param host a name, or an address without brackets
 * @param port 1 to 65535
 * @param user as typed, empty for none
 * @param password as typed, empty for none
 */
public record ProxyAddress(ProxyScheme scheme, String host, int port, String user, String password) {
    /** @throws IllegalArgumentException in words */
    public ProxyAddress {
        Inputs.text("The proxy host", host);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        if (host.indexOf(':') >= 0) {
            host = new Wanted.Address(host, null).address();
        } else {
            Inputs.hostName("The proxy host", host);
        }
        Inputs.port("The proxy port", port);
        Inputs.text("The user", user);
        Inputs.text("The password", password);
        if (user.isEmpty() && !password.isEmpty()) {
            throw new IllegalArgumentException("There is a password without a user. Give the user too.");
        }
    }

    /** Without credentials. */
    public static ProxyAddress http(String host, int port) {
        return new ProxyAddress(ProxyScheme.HTTP, host, port, "", "");
    }

    public boolean hasCredentials() {
        return !user.isEmpty();
    }

    /** The host as a URL has it: an IPv6 address in brackets. */
    public String urlHost() {
        return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    }

    /** {@code host:port}. */
    public String hostPort() {
        return urlHost() + ":" + port;
    }

    /** The whole as a URL, credentials percent-encoded. */
    public String url() {
        return scheme.word() + "://" + credentials() + hostPort();
    }

    /** The whole as a URL without credentials, for formats that hold those apart. */
    public String urlWithoutCredentials() {
        return scheme.word() + "://" + hostPort();
    }

    /** {@code user:password@}, percent-encoded, or nothing. */
    private String credentials() {
        if (user.isEmpty()) {
            return "";
        }
        return encoded(user) + (password.isEmpty() ? "" : ":" + encoded(password)) + "@";
    }

    /** Everything but the unreserved characters of RFC 3986 §2.3, octet by octet of UTF-8. */
    static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~".indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append("%02X".formatted((int) c));
            }
        }
        return encoded.toString();
    }
}
