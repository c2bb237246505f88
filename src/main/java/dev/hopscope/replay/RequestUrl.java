package dev.hopscope.replay;

import dev.hopscope.exchange.Origin;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL as the user writes it, taken apart for sending (RFC 9110 §4.2). Pure, any thread. Resolves no dot segments: the path goes as it is written, but for
 * what cannot stand in a request line.
 */
public sealed interface RequestUrl {
    /**
     * One that can be asked.
     *
     * @param target in origin form, or {@code *}; one char an octet
     */
    record Asked(Origin origin, String target) implements RequestUrl {}

    /** One that cannot. */
    record Faulty(Fault fault) implements RequestUrl {}

    /** What is wrong. */
    enum Fault {
        EMPTY,
        /** Neither http nor https. */
        SCHEME,
        /** User information before the host, which no request carries (RFC 9110 §4.2.4). */
        USER,
        HOST,
        PORT
    }

    Pattern PARTS = Pattern.compile("(?:([A-Za-z][A-Za-z0-9+.-]*)://)?([^/?#]*)([^#]*)(?:#.*)?", Pattern.DOTALL);
    Pattern AUTHORITY = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\[\\]]+)(?::([0-9]*))?");
    Pattern NAME = Pattern.compile("[A-Za-z0-9._~-]{1,255}");

    /**
     * Without a scheme http is meant, without a path the root, or for OPTIONS the server as a whole (RFC 9112 §3.2.4); a fragment is left out.
     *
     * @param raw whether characters up to U+00FF are octets as they were recorded; else they are text, written in UTF-8 with percent signs
     */
    static RequestUrl of(String text, String method, boolean raw) {
        Matcher parts = PARTS.matcher(text.strip());
        if (!parts.matches() || text.isBlank()) {
            return new Faulty(Fault.EMPTY);
        }
        String scheme = parts.group(1) == null ? "http" : parts.group(1).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return new Faulty(Fault.SCHEME);
        }
        String authority = parts.group(2);
        if (authority.indexOf('@') >= 0) {
            return new Faulty(Fault.USER);
        }
        Matcher named = AUTHORITY.matcher(authority);
        String host = named.matches() ? host(named.group(1)) : "";
        if (host.isEmpty()) {
            return new Faulty(Fault.HOST);
        }
        int port = port(named.group(2), scheme.equals("https") ? 443 : 80);
        return port == 0
                ? new Faulty(Fault.PORT)
                : new Asked(new Origin(scheme, host, port), target(parts.group(3), method, raw));
    }

    private static String host(String written) {
        if (written.startsWith("[")) {
            return written.substring(1, written.length() - 1);
        }
        try {
            String ascii = IDN.toASCII(written, IDN.ALLOW_UNASSIGNED);
            return NAME.matcher(ascii).matches() ? ascii.toLowerCase(Locale.ROOT) : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** 0 for one that cannot be. */
    private static int port(String digits, int usual) {
        if (digits == null || digits.isEmpty()) {
            return usual;
        }
        return digits.length() > 5 || Integer.parseInt(digits) > 65535 ? 0 : Integer.parseInt(digits);
    }

    private static String target(String rest, String method, boolean raw) {
        if (rest.isEmpty()) {
            return method.equals("OPTIONS") ? "*" : "/";
        }
        return escaped(rest.charAt(0) == '?' ? "/" + rest : rest, raw);
    }

    /** The text with percent signs in place of what may not stand in a request line. */
    private static String escaped(String text, boolean raw) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c > 0x20 && c < 0x7F || raw && c > 0x7F && c <= 0xFF) {
                out.append((char) c);
            } else {
                for (byte octet : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    out.append(String.format("%%%02X", octet));
                }
            }
        });
        return out.toString();
    }
}
