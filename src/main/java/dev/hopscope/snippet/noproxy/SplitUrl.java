package dev.hopscope.snippet.noproxy;

import org.jspecify.annotations.Nullable;

/**
 * Python's {@code urllib.parse.urlsplit} (3.11) as far as scheme and network location go; immutable; decodes nothing.
 *
 * @param scheme lower case, empty where there is none
 * @param netloc with user information and port; empty where the URL has none
 * @param path with query and fragment
 */
record SplitUrl(String scheme, String netloc, String path) {
    static SplitUrl of(String value) {
        StringBuilder kept = new StringBuilder();
        boolean leading = true;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            leading = leading && c <= ' ';
            if (!leading && c != '\t' && c != '\n' && c != '\r') {
                kept.append(c);
            }
        }
        String url = kept.toString();
        int colon = url.indexOf(':');
        String scheme = colon > 0 && Ascii.letter(url.charAt(0)) && schemeText(url.substring(0, colon))
                ? Ascii.lower(url.substring(0, colon))
                : "";
        String rest = scheme.isEmpty() ? url : url.substring(colon + 1);
        if (!rest.startsWith("//")) {
            return new SplitUrl(scheme, "", rest);
        }
        int end = 2;
        while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        return new SplitUrl(scheme, rest.substring(2, end), rest.substring(end));
    }

    private static boolean schemeText(String text) {
        return text.chars()
                .allMatch(c -> c < 128 && (Ascii.letter((char) c) || Ascii.digit((char) c) || "+-.".indexOf(c) >= 0));
    }

    private String hostInfo() {
        return netloc.substring(netloc.lastIndexOf('@') + 1);
    }

    /** One bracket without the other: {@code urlsplit} raises ValueError. */
    boolean unbalanced() {
        return (netloc.indexOf('[') >= 0) != (netloc.indexOf(']') >= 0);
    }

    /** Lower case, without brackets; empty where there is none. */
    String hostname() {
        String info = hostInfo();
        int bracket = info.indexOf('[');
        if (bracket >= 0) {
            int close = info.indexOf(']');
            return Ascii.lower(info.substring(bracket + 1, close < 0 ? info.length() : close));
        }
        int colon = info.indexOf(':');
        return Ascii.lower(colon < 0 ? info : info.substring(0, colon));
    }

    /** 0 where none is written; null where reading it raises ValueError. */
    @Nullable
    Integer port() {
        String info = hostInfo();
        int close = info.indexOf('[') >= 0 ? info.indexOf(']') : -1;
        int colon = info.indexOf(':', Math.max(0, close));
        String digits = colon < 0 ? "" : info.substring(colon + 1);
        if (digits.isEmpty()) {
            return 0;
        }
        return Ascii.digits(digits) && Ascii.number(digits) <= 65535 ? Integer.valueOf(Ascii.number(digits)) : null;
    }
}
