package dev.hopscope.snippet.noproxy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The list as undici's {@code EnvHttpProxyAgent} reads it (lib/dispatcher/env-http-proxy-agent.js), in its four
 * stages; pure functions; does not choose the variable.
 */
enum UndiciNoProxy {
    /** undici 6, in Node 22: an entry is exact unless it begins with a dot or an asterisk, then a plain suffix. */
    SIX,
    /** undici 7, in Node 24: {@code .x} and {@code *.x} are read as {@code x}, which means itself and subdomains. */
    SEVEN,
    /** undici 8.10, in Node 26: as 7, and brackets of IPv6 and trailing dots go on both sides. */
    EIGHT_TEN,
    /** undici 8.12: as 8.10, and {@code *} counts anywhere, {@code *.x} is subdomains only. */
    EIGHT_TWELVE;

    private static final Pattern HOST_PORT = Pattern.compile("^(.+):([0-9]+)$");
    private static final Pattern BRACKETS_PORT = Pattern.compile("^\\[(.+)\\]:([0-9]+)$");

    private record Entry(String text, String hostname, int port) {}

    Bypass check(String list, WhatwgUrl url) {
        String host = url.host();
        if (this.ordinal() >= EIGHT_TEN.ordinal()) {
            host = unbracketed(host);
            host = host.length() > 1 && host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        }
        if (this != EIGHT_TWELVE && list.equals("*")) {
            return Bypass.by("*");
        }
        for (Entry entry : entries(list)) {
            if ((entry.port() == 0 || entry.port() == url.effectivePort()) && matches(entry, host)) {
                return Bypass.by(entry.text());
            }
        }
        return Bypass.NONE;
    }

    private boolean matches(Entry entry, String host) {
        String name = entry.hostname();
        boolean sub = host.endsWith("." + name);
        return switch (this) {
            case SIX ->
                name.startsWith(".") || name.startsWith("*")
                        ? host.endsWith(name.startsWith("*") ? name.substring(1) : name)
                        : host.equals(name);
            case SEVEN, EIGHT_TEN -> host.equals(name) || sub;
            case EIGHT_TWELVE ->
                name.equals("*") || (host.equals(name) && !entry.text().startsWith("*")) || sub;
        };
    }

    private static String unbracketed(String text) {
        boolean bracketed = text.length() > 2 && text.startsWith("[") && text.endsWith("]");
        return bracketed ? text.substring(1, text.length() - 1) : text;
    }

    /** A leading {@code *.} or dot goes. */
    private static String withoutWildcard(String host) {
        return host.startsWith("*.") ? host.substring(2) : host.startsWith(".") ? host.substring(1) : host;
    }

    private List<Entry> entries(String list) {
        List<Entry> entries = new ArrayList<>();
        for (String text : JavaScriptText.splitAtCommasAndBlanks(list)) {
            if (!text.isEmpty()) {
                entries.add(this.ordinal() >= EIGHT_TEN.ordinal() ? bracketed(text) : plain(text));
            }
        }
        return entries;
    }

    private Entry plain(String text) {
        Matcher ported = HOST_PORT.matcher(text);
        boolean has = ported.find();
        String host = has ? ported.group(1) : text;
        String name = this == SIX ? host : withoutWildcard(host);
        return new Entry(text, JavaScriptText.lower(name), has ? Ascii.number(ported.group(2)) : 0);
    }

    private static Entry bracketed(String text) {
        Matcher literal = BRACKETS_PORT.matcher(text);
        String host = unbracketed(text);
        int port = 0;
        if (literal.find()) {
            host = literal.group(1);
            port = Ascii.number(literal.group(2));
        } else if (host.chars().filter(c -> c == ':').count() == 1) {
            Matcher ported = HOST_PORT.matcher(host);
            if (ported.find()) {
                port = Ascii.number(ported.group(2));
                host = ported.group(1);
            }
        }
        String name = withoutWildcard(host);
        name = name.length() > 1 && name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return new Entry(text, JavaScriptText.lower(name), port);
    }
}
