package dev.hopscope.interchange.code;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The secrets of a text, a URL, a query or a form; pure, any thread. Where a value may go on, it is masked up to the next {@code &}: rather too much than a rest of it. */
final class SecretText {
    static final String MASK = "***";

    /** How often a value is looked into that is a text of its own: a URL in a query in JSON. */
    static final int DEPTH = 3;

    /** Characters of a value that tell whether it is one. */
    private static final int JUDGED = 512;

    private static final Pattern NAME = Pattern.compile("(?:^|[?#;,\\s])([^=&?#;,\\s]++)=");
    private static final Pattern USER = Pattern.compile("//[^/?#\\s\"<>]*@");
    private static final Pattern BEARER =
            Pattern.compile("(^\\s*(?i:bearer|dpop)|\\bBearer)(\\s+)\\S.*", Pattern.DOTALL);
    private static final Pattern BASIC = Pattern.compile("(\\b(?i:basic)\\s+)([\\w+/-]+=*)");
    /** Tokens that show what they are: JSON Web Tokens, and the marks of well-known services. */
    private static final Pattern MARKED = Pattern.compile(
            "eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]+\\.?[A-Za-z0-9_-]*|\\b(?:gh[opsur]_[A-Za-z0-9]{30,}|github_pat_\\w{30,}|glpat-[\\w-]{18,}"
                + "|xox[abeoprs]-[\\w-]{10,}|[sr]k_(?:live|test)_\\w{16,}|sk-[\\w-]{20,}|AIza[\\w-]{35}|(?:AKIA|ASIA)[A-Z0-9]{16}|npm_\\w{30,})");

    private SecretText() {}

    /** The target of a request, one char an octet. */
    static String target(String target) {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        List<String> segments = new ArrayList<>();
        for (String segment : USER.matcher(path).replaceAll("//" + MASK + "@").split("/", -1)) {
            segments.add(named(segment));
        }
        String masked = marked(String.join("/", segments));
        return query < 0 ? masked : masked + "?" + form(target.substring(query + 1));
    }

    /** A form or a query, one char an octet. */
    static String form(String text) {
        return marked(parameters(text, DEPTH));
    }

    /** The value of a field or of a JSON member. */
    static String text(String text) {
        return text(text, DEPTH);
    }

    /** @param left how often it may be looked deeper */
    static String text(String text, int left) {
        String start = text.stripLeading();
        if (left > 0 && (start.startsWith("{") || start.startsWith("["))) {
            return SecretJson.masked(text, left - 1);
        }
        return marked(credentials(parameters(USER.matcher(text).replaceAll("//" + MASK + "@"), left)));
    }

    private static String parameters(String text, int left) {
        List<String> pairs = new ArrayList<>();
        for (String pair : text.split("&", -1)) {
            String masked = named(USER.matcher(pair).replaceAll("//" + MASK + "@"));
            pairs.add(left > 0 && masked.equals(pair) ? inside(pair, left) : masked);
        }
        return String.join("&", pairs);
    }

    /** A pair whose value holds an encoded text with secrets. */
    private static String inside(String pair, int left) {
        int value = pair.indexOf('=') + 1;
        if (pair.indexOf('%', value) < 0) {
            return pair;
        }
        String decoded = decoded(pair.substring(value));
        String masked = text(decoded, left - 1);
        return masked.equals(decoded) ? pair : pair.substring(0, value) + encoded(masked);
    }

    /** From the value of the first secret name on, all is masked. */
    private static String named(String pair) {
        Matcher name = NAME.matcher(pair);
        while (name.find()) {
            String value = pair.substring(name.end(), Math.min(pair.length(), name.end() + JUDGED));
            if (!value.chars().allMatch(c -> c == '=') && SecretNames.secret(decoded(name.group(1)), value)) {
                return pair.substring(0, name.end()) + MASK;
            }
        }
        return pair;
    }

    private static String credentials(String text) {
        return BASIC.matcher(BEARER.matcher(text).replaceAll("$1$2" + MASK))
                .replaceAll(found -> Matcher.quoteReplacement(
                        userAndPassword(found.group(2)) ? found.group(1) + MASK : found.group()));
    }

    private static boolean userAndPassword(String base64) {
        try {
            byte[] octets = Base64.getDecoder().decode(base64);
            return new String(octets, StandardCharsets.ISO_8859_1).contains(":");
        } catch (IllegalArgumentException e) {
            return false; // a word like others
        }
    }

    private static String marked(String text) {
        return MARKED.matcher(text).replaceAll(MASK);
    }

    /** Percent-decoded (RFC 3986 §2.1), one char an octet; what is no such encoding stays. */
    private static String decoded(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int high = c == '%' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), 16);
            plain.append(low < 0 ? c : (char) (high << 4 | low));
            i += low < 0 ? 0 : 2;
        }
        return plain.toString();
    }

    private static String encoded(String text) {
        StringBuilder all = new StringBuilder(text.length());
        for (byte octet : text.getBytes(StandardCharsets.ISO_8859_1)) {
            char c = (char) (octet & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || "-._~*+".indexOf(c) >= 0)) {
                all.append(c);
            } else {
                all.append('%').append(String.format("%02X", (int) c));
            }
        }
        return all.toString();
    }
}
