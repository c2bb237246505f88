package dev.hopscope.proxy.protocol.http1;

import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.Origin;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A request target taken apart (RFC 9112 §3.2). Immutable. Decodes nothing and resolves no dot segments: the path goes on as it came.
 *
 * @param form how it was written
 * @param origin whom an absolute form names, null in the other forms
 * @param authority the authority as written, empty where the form has none
 * @param path path and query: the origin form; {@code *} for the asterisk form
 */
record Target(Form form, @Nullable Origin origin, String authority, String path) {
    /** The four forms, but the authority form, which only CONNECT has. */
    enum Form {
        ORIGIN,
        ABSOLUTE,
        ASTERISK
    }

    private static final int LONGEST_HOST = 255;

    static Target parse(String method, String target) throws Refusal {
        if (target.charAt(0) == '/') {
            return new Target(Form.ORIGIN, null, "", target);
        }
        if (target.equals("*")) {
            if (!method.equals("OPTIONS")) {
                throw Refusal.bad("bad-target", "only OPTIONS may ask for *");
            }
            return new Target(Form.ASTERISK, null, "", target);
        }
        boolean secure = target.regionMatches(true, 0, "https://", 0, 8);
        if (!secure && !target.regionMatches(true, 0, "http://", 0, 7)) {
            throw Refusal.bad("bad-target", "the target is neither a path nor an http or https URI");
        }
        return absolute(method, target, secure);
    }

    private static Target absolute(String method, String target, boolean secure) throws Refusal {
        int start = secure ? 8 : 7;
        int end = start;
        while (end < target.length() && target.charAt(end) != '/' && target.charAt(end) != '?') {
            end++;
        }
        String authority = target.substring(start, end);
        Endpoint endpoint = endpoint(authority, secure ? 443 : 80);
        String rest = target.substring(end);
        String path = rest;
        if (rest.isEmpty()) {
            path = method.equals("OPTIONS") ? "*" : "/";
        } else if (rest.charAt(0) == '?') {
            path = "/" + rest;
        }
        return new Target(Form.ABSOLUTE, new Origin(secure ? "https" : "http", endpoint), authority, path);
    }

    /**
     * Takes an authority apart: no user information, a port of 1 to 65535 in plain digits.
     *
     * @param defaultPort where the authority names none; 0 to demand one
     */
    static Endpoint endpoint(String authority, int defaultPort) throws Refusal {
        if (authority.indexOf('@') >= 0) {
            throw Refusal.bad("user-in-target", "there is user information before the host");
        }
        int hostEnd;
        String host;
        if (authority.startsWith("[")) {
            int close = authority.indexOf(']');
            if (close < 0 || !Ipv6.valid(authority, 1, close)) {
                throw badHost("the IPv6 address is not well formed");
            }
            host = authority.substring(1, close);
            hostEnd = close + 1;
        } else {
            int colon = authority.indexOf(':');
            hostEnd = colon < 0 ? authority.length() : colon;
            host = authority.substring(0, hostEnd);
            requireName(host);
        }
        return new Endpoint(lower(host), port(authority, hostEnd, defaultPort));
    }

    private static void requireName(String host) throws Refusal {
        if (host.isEmpty() || host.length() > LONGEST_HOST) {
            throw badHost(host.isEmpty() ? "there is no host" : "the host is longer than " + LONGEST_HOST + " octets");
        }
        for (int i = 0; i < host.length(); i++) {
            if (!Octets.host(host.charAt(i))) {
                throw badHost("the host holds a character that may not stand there");
            }
        }
    }

    private static int port(String authority, int colon, int defaultPort) throws Refusal {
        if (colon == authority.length()
                || colon == authority.length() - 1 && defaultPort > 0 && authority.charAt(colon) == ':') {
            if (defaultPort == 0) {
                throw badPort("there is no port");
            }
            return defaultPort;
        }
        int digits = authority.length() - colon - 1;
        if (authority.charAt(colon) != ':' || digits < 1 || digits > 5 || authority.charAt(colon + 1) == '0') {
            throw badPort("the port is not a number from 1 to 65535");
        }
        int port = 0;
        for (int i = colon + 1; i < authority.length(); i++) {
            int digit = authority.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw badPort("the port is not a number from 1 to 65535");
            }
            port = port * 10 + digit;
        }
        if (port > 65535) {
            throw badPort("the port is above 65535");
        }
        return port;
    }

    private static String lower(String host) {
        for (int i = 0; i < host.length(); i++) {
            if (host.charAt(i) >= 'A' && host.charAt(i) <= 'Z') {
                return host.toLowerCase(Locale.ROOT);
            }
        }
        return host;
    }

    private static Refusal badHost(String detail) {
        return Refusal.bad("bad-host", detail);
    }

    private static Refusal badPort(String detail) {
        return Refusal.bad("bad-port", detail);
    }
}
