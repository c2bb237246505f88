package dev.hopscope.snippet.noproxy;

import org.jspecify.annotations.Nullable;

/**
 * A URL as Go's {@code net/url.Parse} reads it (Go 1.19); immutable; keeps scheme and host.
 *
 * @param scheme lower case, may be empty
 * @param host with port and brackets, may be empty
 */
record GoUrl(String scheme, String host) {
    /** Null where {@code url.Parse} returns an error. */
    static @Nullable GoUrl parse(String raw) {
        int hash = raw.indexOf('#');
        String fragment = hash < 0 ? "" : raw.substring(hash + 1);
        String text = hash < 0 ? raw : raw.substring(0, hash);
        if (text.chars().anyMatch(c -> c < ' ' || c == 127) || !escapesValid(fragment)) {
            return null;
        }
        if (text.equals("*")) {
            return new GoUrl("", "");
        }
        int colon = schemeEnd(text);
        if (colon == 0) {
            return null;
        }
        String scheme = colon < 0 ? "" : Ascii.lower(text.substring(0, colon));
        String rest = text.substring(colon + 1);
        int question = rest.indexOf('?');
        rest = question < 0 ? rest : rest.substring(0, question);
        if (!rest.startsWith("/")) {
            boolean colonInPath = rest.split("/", -1)[0].indexOf(':') >= 0;
            return scheme.isEmpty() && (colonInPath || !escapesValid(rest)) ? null : new GoUrl(scheme, "");
        }
        if (!rest.startsWith("//") || (scheme.isEmpty() && rest.startsWith("///"))) {
            return escapesValid(rest) ? new GoUrl(scheme, "") : null;
        }
        int slash = rest.indexOf('/', 2);
        String authority = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
        String path = slash < 0 ? "" : rest.substring(slash);
        String host = host(authority);
        return host == null || !escapesValid(path) ? null : new GoUrl(scheme, host);
    }

    /** The colon after the scheme; −1 where there is no scheme; 0 where the scheme is missing before a colon. */
    private static int schemeEnd(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ':') {
                return i;
            }
            boolean later = Ascii.digit(c) || c == '+' || c == '-' || c == '.';
            if (!Ascii.letter(c) && !(later && i > 0)) {
                return -1;
            }
        }
        return -1;
    }

    private static @Nullable String host(String authority) {
        int at = authority.lastIndexOf('@');
        String user = at < 0 ? "" : authority.substring(0, at);
        String host = authority.substring(at + 1);
        if (!user.chars().allMatch(GoUrl::userCharacter) || !escapesValid(user)) {
            return null;
        }
        int bracket = host.startsWith("[") ? host.lastIndexOf(']') : 0;
        if (bracket < 0) {
            return null;
        }
        int colon = host.startsWith("[") ? bracket + 1 : host.lastIndexOf(':');
        if (colon >= 0 && colon < host.length()) {
            String port = host.substring(colon);
            if (port.charAt(0) != ':' || !(port.length() == 1 || Ascii.digits(port.substring(1)))) {
                return null;
            }
        }
        return host.chars().allMatch(GoUrl::hostCharacter) ? host : null;
    }

    private static boolean userCharacter(int c) {
        return c < 128 && (Ascii.letter((char) c) || Ascii.digit((char) c) || "-._:~!$&'()*+,;=%@".indexOf(c) >= 0);
    }

    private static boolean hostCharacter(int c) {
        return c >= 128 || Ascii.letter((char) c) || Ascii.digit((char) c) || "!$&'()*+,;=:[]<>\"-_.~".indexOf(c) >= 0;
    }

    private static boolean escapesValid(String text) {
        return WhatwgUrl.decodable(text);
    }

    /** {@code URL.Hostname()}: without port and brackets. */
    String hostname() {
        int colon = host.lastIndexOf(':');
        String name = colon >= 0 && (colon + 1 == host.length() || Ascii.digits(host.substring(colon + 1)))
                ? host.substring(0, colon)
                : host;
        return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
    }

    /** {@code URL.Port()}; empty where none is written. */
    String port() {
        int colon = host.lastIndexOf(':');
        return colon < 0 || colon < host.lastIndexOf(']') ? "" : host.substring(colon + 1);
    }
}
