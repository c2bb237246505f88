package dev.hopscope.snippet.noproxy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A URL as urllib3 1.26 reads it ({@code parse_url}); immutable; keeps what requests looks at.
 *
 * @param port −1 where none is written
 */
record Urllib3Url(
        @Nullable String scheme,
        @Nullable String auth,
        @Nullable String host,
        int port,
        String path) {
    private static final Pattern SCHEME = Pattern.compile("^(?:[a-zA-Z][a-zA-Z0-9+-]*:|/)");
    private static final Pattern URI = Pattern.compile(
            "^(?:([a-zA-Z][a-zA-Z0-9+.-]*):)?(?://([^\\\\/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#(.*))?\\z", Pattern.DOTALL);
    private static final Pattern HOST_PORT = Pattern.compile(
            "^((?:[^\\[\\]%:/?#]|%[a-fA-F0-9]{2})*|\\[[0-9a-fA-F:.]+(?:(?:%25|%)[A-Za-z0-9._!\\-~%]+)?\\])"
                    + "(?::([0-9]{0,5}))?\\n?\\z",
            Pattern.DOTALL);

    /** Null where {@code parse_url} raises LocationParseError. */
    static @Nullable Urllib3Url parse(String text) {
        String url = SCHEME.matcher(text).find() ? text : "//" + text;
        Matcher uri = URI.matcher(url);
        if (!uri.find()) {
            return null;
        }
        String scheme = uri.group(1);
        String authority = uri.group(2);
        String path = uri.group(3) == null ? "" : uri.group(3);
        if (authority == null || authority.isEmpty()) {
            return new Urllib3Url(lower(scheme), null, null, -1, path);
        }
        int at = authority.lastIndexOf('@');
        Matcher hostPort = HOST_PORT.matcher(authority.substring(at + 1));
        if (!hostPort.find()) {
            return null;
        }
        String host = hostPort.group(1);
        String digits = hostPort.group(2);
        int port = digits == null || digits.isEmpty() ? -1 : Ascii.number(digits);
        boolean literal = host.startsWith("[");
        if (port > 65535 || (literal && Addresses.ipv6(bare(host)) == null)) {
            return null;
        }
        String auth = at <= 0 ? null : authority.substring(0, at);
        return new Urllib3Url(lower(scheme), auth, literal ? host : HostNames.toAscii(host), port, path);
    }

    private static @Nullable String lower(@Nullable String scheme) {
        return scheme == null ? null : Ascii.lower(scheme);
    }

    private static String bare(String literal) {
        String inside = literal.substring(1, literal.length() - 1);
        return inside.indexOf('%') < 0 ? inside : inside.substring(0, inside.indexOf('%'));
    }
}
