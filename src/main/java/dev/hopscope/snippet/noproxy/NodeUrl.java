package dev.hopscope.snippet.noproxy;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A URL as Node's old {@code url.parse()} reads it (lib/url.js of Node 20), which forgives nearly everything;
 * immutable. Keeps what the clients look at.
 *
 * @param protocol lower case with colon; null where there is none
 * @param auth user information; null where there is none
 * @param hostname lower case, without brackets; null where the text has no host
 * @param ipv6 the host was in brackets
 * @param port as written; null where none is
 * @param query null where there is none
 */
record NodeUrl(
        @Nullable String protocol,
        @Nullable String auth,
        @Nullable String hostname,
        boolean ipv6,
        @Nullable String port,
        @Nullable String query,
        @Nullable String hash) {
    private static final Pattern PROTOCOL = Pattern.compile("^[a-zA-Z0-9.+-]+:");
    private static final Pattern USER_AT_HOST = Pattern.compile("^//[^@/]+@[^@/]+");
    private static final Pattern PORT = Pattern.compile(":([0-9]*)\\z");
    private static final Set<String> SLASHED = Set.of("http:", "https:", "ftp:", "gopher:", "file:", "ws:", "wss:");
    private static final String NEVER_IN_HOST = " \"%';<>\\^`{|}";

    /** Null where {@code url.parse()} throws. */
    static @Nullable NodeUrl parse(String input) {
        String rest = trimmed(input);
        Matcher matcher = PROTOCOL.matcher(rest);
        String written = matcher.find() ? matcher.group() : null;
        String protocol = written == null ? null : Ascii.lower(written);
        rest = written == null ? rest : rest.substring(written.length());
        boolean slashes = (written != null || USER_AT_HOST.matcher(rest).find()) && rest.startsWith("//");
        rest = slashes ? rest.substring(2) : rest;
        if (!slashes && (written == null || SLASHED.contains(written))) {
            return new NodeUrl(protocol, null, null, false, null, part(rest, '?'), part(rest, '#'));
        }
        return withHost(protocol, rest.replace("\t", "").replace("\n", "").replace("\r", ""));
    }

    private static @Nullable NodeUrl withHost(@Nullable String protocol, String rest) {
        int at = -1;
        int nonHost = -1;
        for (int i = 0; i < rest.length(); i++) {
            char c = rest.charAt(i);
            if (c == '@') {
                at = i;
                nonHost = -1;
            } else if ((NEVER_IN_HOST.indexOf(c) >= 0 || "#/?".indexOf(c) >= 0) && nonHost < 0) {
                nonHost = i;
            }
            if ("#/?".indexOf(c) >= 0) {
                break;
            }
        }
        String auth = at < 0 ? null : rest.substring(0, at);
        if (auth != null && !WhatwgUrl.decodable(auth)) {
            return null;
        }
        String host = nonHost < 0 ? rest.substring(at + 1) : rest.substring(at + 1, nonHost);
        String after = nonHost < 0 ? "" : rest.substring(nonHost);
        Matcher ported = PORT.matcher(host);
        String port = null;
        if (ported.find()) {
            port = ported.group(1).isEmpty() ? null : ported.group(1);
            host = host.substring(0, ported.start());
        }
        boolean ipv6 = host.startsWith("[") && host.endsWith("]");
        int invalid = ipv6 ? -1 : host.indexOf(':');
        if (invalid >= 0) {
            host = host.substring(0, invalid);
        }
        String name = ipv6 ? Ascii.lower(host.substring(1, host.length() - 1)) : HostNames.toAscii(host);
        if (name == null || (!ipv6 && Ascii.anyOf("\0\t\n\r #%/:<>?@[\\]^|", name))) {
            return null;
        }
        return new NodeUrl(protocol, auth, name, ipv6, port, part(after, '?'), part(after, '#'));
    }

    private static String trimmed(String input) {
        int start = 0;
        int end = input.length();
        while (start < end && blank(input.charAt(start))) {
            start++;
        }
        while (end > start && blank(input.charAt(end - 1))) {
            end--;
        }
        String text = input.substring(start, end);
        int split = 0;
        while (split < text.length() && text.charAt(split) != '#' && text.charAt(split) != '?') {
            split++;
        }
        return text.substring(0, split).replace('\\', '/') + text.substring(split);
    }

    private static boolean blank(char c) {
        return c < 33 || c == 0xa0 || c == 0xfeff;
    }

    private static @Nullable String part(String rest, char mark) {
        int hash = rest.indexOf('#');
        if (mark == '#') {
            return hash < 0 ? null : rest.substring(hash);
        }
        String before = hash < 0 ? rest : rest.substring(0, hash);
        int question = before.indexOf('?');
        return question < 0 ? null : before.substring(question + 1);
    }

    /** Host with the brackets of an IPv6 literal; empty where there is none. */
    String bracketedHost() {
        String name = hostname;
        return name == null ? "" : ipv6 ? "[" + name + "]" : name;
    }

    /** The port as a number, or the given default where none is written. */
    int portOr(int otherwise) {
        String text = port;
        return text == null ? otherwise : Ascii.number(text);
    }
}
