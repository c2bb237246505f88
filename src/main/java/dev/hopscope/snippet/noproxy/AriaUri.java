package dev.hopscope.snippet.noproxy;

import org.jspecify.annotations.Nullable;

/**
 * aria2's {@code uri_split} (src/uri_split.c of 1.36), as far as authority and port go; immutable; one pass over the
 * characters, as there.
 *
 * @param port 0 where none is written
 */
record AriaUri(String scheme, String host, int port) {
    /** Null where {@code uri_split} fails. */
    static @Nullable AriaUri parse(String uri) {
        int marks = uri.indexOf("://");
        if (marks < 1 || uri.indexOf(':') != marks) {
            return null;
        }
        String scheme = uri.substring(0, marks);
        String rest = uri.substring(marks + 3);
        if (rest.isEmpty() || "@:/".indexOf(rest.charAt(0)) >= 0) {
            return null;
        }
        if (rest.charAt(0) == '[') {
            return ipv6(scheme, rest.substring(1));
        }
        int i = 0;
        int at = -1;
        while (i < rest.length() && ":/?#[".indexOf(rest.charAt(i)) < 0) {
            at = rest.charAt(i) == '@' ? i : at;
            i++;
        }
        String first = rest.substring(at + 1, i);
        if (i < rest.length() && rest.charAt(i) == '[') {
            return at == i - 1 ? ipv6(scheme, rest.substring(i + 1)) : null;
        }
        if (i == rest.length() || rest.charAt(i) != ':') {
            return first.isEmpty() && i == rest.length() ? null : new AriaUri(scheme, first, 0);
        }
        return passwordOrPort(scheme, first, rest.substring(i + 1));
    }

    /** After the first colon stands a password, if an at-sign follows, or else a port. */
    private static @Nullable AriaUri passwordOrPort(String scheme, String host, String rest) {
        int i = 0;
        while (i < rest.length() && (i == 0 ? "@/" : "@[/?#").indexOf(rest.charAt(i)) < 0) {
            i++;
        }
        if (i < rest.length() && rest.charAt(i) == '@') {
            return afterPassword(scheme, rest.substring(i + 1));
        }
        String port = rest.substring(0, i);
        if (!Ascii.digits(port) || Ascii.number(port) > 65535 || (i < rest.length() && rest.charAt(i) == '[')) {
            return null;
        }
        return new AriaUri(scheme, host, Ascii.number(port));
    }

    private static @Nullable AriaUri afterPassword(String scheme, String rest) {
        if (rest.isEmpty() || ":/".indexOf(rest.charAt(0)) >= 0) {
            return null;
        }
        if (rest.charAt(0) == '[') {
            return ipv6(scheme, rest.substring(1));
        }
        int i = 1;
        while (i < rest.length() && ":/?#".indexOf(rest.charAt(i)) < 0) {
            i++;
        }
        return withPort(scheme, rest.substring(0, i), rest.substring(i));
    }

    private static @Nullable AriaUri ipv6(String scheme, String rest) {
        int close = rest.indexOf(']');
        return close < 1 ? null : withPort(scheme, rest.substring(0, close), rest.substring(close + 1));
    }

    private static @Nullable AriaUri withPort(String scheme, String host, String rest) {
        if (rest.isEmpty() || "/?#".indexOf(rest.charAt(0)) >= 0) {
            return new AriaUri(scheme, host, 0);
        }
        int end = 1;
        while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String port = rest.substring(1, end);
        boolean valid = rest.charAt(0) == ':' && Ascii.digits(port) && Ascii.number(port) <= 65535;
        return valid ? new AriaUri(scheme, host, Ascii.number(port)) : null;
    }
}
