package dev.hopscope.interchange.paste;

import dev.hopscope.exchange.Origin;
import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A URL taken apart (RFC 3986 §3); immutable, any thread. Its path stays as written but for a fragment, which is never sent.
 *
 * @param target path and query, one char an octet
 * @param userInfo decoded, null where there is none
 */
record PastedUrl(Origin origin, String target, @Nullable String userInfo) {
    private static final Pattern SCHEME =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(?:///?|(?=//))(.*)", Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile(
            "(?:([^/?#]*)@)?(\\[[0-9A-Fa-f:.%]+]|[^/?#:@\\[\\]]+)(?::([0-9]*))?([/?#].*)?", Pattern.DOTALL);
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+|[0-9A-Fa-f:.]+");

    /**
     * @param octets one char an octet
     * @param otherwise the scheme of a URL that names none
     * @throws UnreadableText in words, for what is no URL of HTTP
     */
    static PastedUrl of(String octets, String otherwise) throws UnreadableText {
        String url = octets.strip();
        Matcher named = SCHEME.matcher(url);
        boolean scheme = named.matches();
        String word = scheme ? named.group(1).toLowerCase(Locale.ROOT) : otherwise;
        if (!word.equals("http") && !word.equals("https")) {
            throw new UnreadableText("Hopscope sends http and https, and the URL is of " + word + ".");
        }
        Matcher parts = AUTHORITY.matcher(scheme ? named.group(2) : url);
        if (!parts.matches()) {
            throw new UnreadableText("'" + Octets.shown(url) + "' is no URL with a host.");
        }
        String user = parts.group(1);
        return new PastedUrl(
                new Origin(word, host(parts.group(2)), port(parts.group(3), word)),
                target(parts.group(4)),
                user == null ? null : decoded(user));
    }

    static boolean hasScheme(String url) {
        return SCHEME.matcher(url.strip()).matches();
    }

    private static String host(String written) throws UnreadableText {
        String host = written.startsWith("[") ? written.substring(1, written.length() - 1) : decoded(written);
        if (!HOST.matcher(host).matches()) {
            try {
                host = IDN.toASCII(Octets.text(host));
            } catch (IllegalArgumentException e) {
                throw new UnreadableText("'" + Octets.shown(host) + "' is no name of a host.");
            }
        }
        if (!HOST.matcher(host).matches()) {
            throw new UnreadableText("'" + Octets.shown(host) + "' is no name of a host.");
        }
        return host;
    }

    private static int port(@Nullable String digits, String scheme) throws UnreadableText {
        if (digits == null || digits.isEmpty()) {
            return scheme.equals("https") ? 443 : 80;
        }
        int port = digits.length() > 5 ? 0 : Integer.parseInt(digits);
        if (port < 1 || port > 65_535) {
            throw new UnreadableText(digits + " is no port.");
        }
        return port;
    }

    private static String target(@Nullable String rest) {
        if (rest == null) {
            return "/";
        }
        int fragment = rest.indexOf('#');
        String sent = fragment < 0 ? rest : rest.substring(0, fragment);
        return sent.startsWith("/") ? sent : "/" + sent;
    }

    static String decoded(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int high = c == '%' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (low >= 0) {
                out.append((char) (high << 4 | low));
                i += 2;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    PastedUrl withTarget(String changed) {
        return new PastedUrl(origin, changed, userInfo);
    }

    /** With more in its query. */
    PastedUrl withQuery(String more) {
        char last = target.charAt(target.length() - 1);
        String between = target.indexOf('?') < 0 ? "?" : last == '?' || last == '&' ? "" : "&";
        return withTarget(target + between + more);
    }

    /** What a program that takes only URLs without spaces and controls is told: those octets as percent signs and digits. */
    PastedUrl encoded(String also) {
        StringBuilder out = new StringBuilder();
        for (char c : target.toCharArray()) {
            boolean odd = c <= ' ' || c == 0x7f || also.indexOf(c) >= 0 || c >= 0x80 && also.indexOf(0x80) >= 0;
            out.append(odd ? Octets.percent(String.valueOf(c), "") : String.valueOf(c));
        }
        return withTarget(out.toString());
    }

    /** Without the segments {@code .} and {@code ..} (RFC 3986 §5.2.4). */
    PastedUrl withoutDots() {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        if (!path.contains("/.")) {
            return this;
        }
        List<String> kept = new ArrayList<>();
        String[] segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            if (segments[i].equals("..") && !kept.isEmpty()) {
                kept.removeLast();
            }
            if (!segments[i].equals(".") && !segments[i].equals("..")) {
                kept.add(segments[i]);
            } else if (last) {
                kept.add("");
            }
        }
        return withTarget("/" + String.join("/", kept) + (query < 0 ? "" : target.substring(query)));
    }
}
