package dev.hopscope.snippet.noproxy;

import org.jspecify.annotations.Nullable;

/**
 * {@code golang.org/x/net/http/httpproxy} as vendored in Go 1.19: the list and the built-in exceptions; pure
 * functions; does not choose the variable.
 */
final class GoNoProxy {
    private GoNoProxy() {}

    static Bypass check(String list, Target target) {
        String host = target.bareHost();
        String ascii = Ascii.pure(host) ? host : HostNames.toAscii(host);
        host = ascii == null ? host : ascii;
        byte[] address = Addresses.literal(host);
        if (host.equals("localhost")) {
            return Bypass.builtIn("localhost");
        }
        if (address != null && Addresses.loopback(address)) {
            return Bypass.builtIn("loopback addresses");
        }
        String name = Blanks.trimGo(host).toLowerCase(java.util.Locale.ROOT);
        String port = target.portText() == null || target.portText().isEmpty()
                ? String.valueOf(target.defaultPort())
                : target.portText();
        Bypass found = Bypass.NONE;
        for (String part : list.split(",", -1)) {
            String entry = Blanks.trimGo(part).toLowerCase(java.util.Locale.ROOT);
            if (entry.equals("*")) {
                return Bypass.by("*");
            }
            if (!found.decides() && !entry.isEmpty() && matches(entry, name, port, address)) {
                found = Bypass.by(entry);
            }
        }
        return found;
    }

    private static boolean matches(String entry, String name, String port, byte @Nullable [] address) {
        int slash = entry.indexOf('/');
        byte[] network = slash < 0 ? null : Addresses.literal(entry.substring(0, slash));
        String bits = slash < 0 ? "" : entry.substring(slash + 1);
        if (network != null && Ascii.digits(bits) && Ascii.number(bits) <= network.length * 8) {
            return address != null && inNetwork(address, network, Ascii.number(bits));
        }
        String[] split = splitHostPort(entry);
        String host = split == null ? entry : split[0];
        String entryPort = split == null ? "" : split[1];
        if (host.isEmpty()) {
            return false;
        }
        boolean portMatches = entryPort.isEmpty() || entryPort.equals(port);
        byte[] literal = Addresses.literal(host);
        if (literal != null) {
            return portMatches && address != null && equal(literal, address);
        }
        return portMatches && domainMatches(host, name);
    }

    private static boolean domainMatches(String host, String name) {
        String domain = host.startsWith("*.") ? host.substring(1) : host;
        boolean itself = !domain.startsWith(".");
        String suffix = ascii(itself ? "." + domain : domain);
        return name.endsWith(suffix) || (itself && name.equals(suffix.substring(1)));
    }

    /** {@code idna.Lookup.ToASCII}, which keeps a leading dot; the text itself where it fails. */
    private static String ascii(String suffix) {
        if (Ascii.pure(suffix)) {
            return suffix;
        }
        String ascii = HostNames.toAscii(suffix.substring(1));
        boolean labels = ascii != null
                && ascii.chars().allMatch(c -> Ascii.letter((char) c) || Ascii.digit((char) c) || c == '-' || c == '.');
        return labels ? "." + ascii : suffix;
    }

    private static boolean inNetwork(byte[] address, byte[] network, int bits) {
        byte[] plain = Addresses.unmapped(address);
        if (network.length == 16 && Addresses.mapped(network) && bits >= 96) {
            return plain.length == 4 && Addresses.sameNetwork(plain, Addresses.unmapped(network), bits - 96);
        }
        return plain.length == network.length && Addresses.sameNetwork(plain, network, bits);
    }

    private static boolean equal(byte[] a, byte[] b) {
        return java.util.Arrays.equals(Addresses.unmapped(a), Addresses.unmapped(b));
    }

    /** {@code net.SplitHostPort}: null where it returns an error. */
    static String @Nullable [] splitHostPort(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            return null;
        }
        if (text.startsWith("[")) {
            int close = text.indexOf(']');
            if (close < 0 || close + 1 != colon || text.indexOf('[', 1) >= 0 || text.indexOf(']', close + 1) >= 0) {
                return null;
            }
            return new String[] {text.substring(1, close), text.substring(colon + 1)};
        }
        boolean plain = text.indexOf(':') == colon && text.indexOf('[') < 0 && text.indexOf(']') < 0;
        return plain ? new String[] {text.substring(0, colon), text.substring(colon + 1)} : null;
    }
}
