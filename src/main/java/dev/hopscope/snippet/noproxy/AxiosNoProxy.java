package dev.hopscope.snippet.noproxy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** axios's own {@code shouldBypassProxy} (lib/helpers/shouldBypassProxy.js of 1.21); pure functions. */
final class AxiosNoProxy {
    private AxiosNoProxy() {}

    private static final Pattern CIDR = Pattern.compile("^(.+)/(0|[1-9][0-9]{0,2})$");
    private static final Pattern DOTTED = Pattern.compile("^[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+$");

    /**
     * The entry that takes the URL past the proxy.
     *
     * @param list in lower case
     */
    static Bypass check(String list, WhatwgUrl target) {
        if (list.equals("*")) {
            return Bypass.by("*");
        }
        String host = normalized(JavaScriptText.lower(target.host()));
        for (String entry : JavaScriptText.splitAtRunsOfCommasAndBlanks(list)) {
            if (!entry.isEmpty() && matches(entry, host, target.effectivePort())) {
                return Bypass.by(entry);
            }
        }
        return Bypass.NONE;
    }

    private static boolean matches(String entry, String host, int port) {
        if (entry.equals("*")) {
            return true;
        }
        if (entry.indexOf('/') >= 0) {
            return inNetwork(entry, host);
        }
        String name = entry;
        int entryPort = 0;
        int close = entry.startsWith("[") ? entry.indexOf(']') : -1;
        if (close >= 0) {
            String rest = entry.substring(close + 1);
            name = entry.substring(1, close);
            entryPort = rest.startsWith(":") && Ascii.digits(rest.substring(1)) ? Ascii.number(rest.substring(1)) : 0;
        } else if (entry.indexOf(':') >= 0 && entry.indexOf(':') == entry.lastIndexOf(':')) {
            String digits = entry.substring(entry.indexOf(':') + 1);
            entryPort = Ascii.digits(digits) ? Ascii.number(digits) : 0;
            name = Ascii.digits(digits) ? entry.substring(0, entry.indexOf(':')) : entry;
        }
        name = normalized(name);
        if (name.isEmpty() || (entryPort != 0 && entryPort != port)) {
            return false;
        }
        name = name.startsWith("*") ? name.substring(1) : name;
        if (name.startsWith(".")) {
            return host.endsWith(name);
        }
        return host.equals(name) || (isLoopback(host) && isLoopback(name));
    }

    private static String trimDots(String text) {
        return Ascii.withoutTrailing(text, '.');
    }

    /** {@code normalizeNoProxyHost}: brackets and trailing dots off, every notation of an address made one. */
    private static String normalized(String written) {
        boolean bracketed = written.startsWith("[") && written.endsWith("]") && written.length() > 1;
        String host = trimDots(bracketed ? written.substring(1, written.length() - 1) : written);
        if (host.indexOf(':') >= 0) {
            byte[] address = Addresses.ipv6(host);
            return address == null ? host : text(address);
        }
        if (!Ascii.pure(host)) {
            int start = 0;
            while (start < host.length() && "*.".indexOf(host.charAt(start)) >= 0) {
                start++;
            }
            // url.domainToASCII() sets the text as the host of a URL, which ends at a delimiter
            String domain = host.substring(start).split("[/\\\\?#:]", 2)[0];
            String ascii = domain.isEmpty() ? null : WhatwgUrl.specialHost(domain);
            if (ascii == null) {
                return "";
            }
            host = host.substring(0, start) + trimDots(ascii);
        }
        byte[] ipv4 = shorthand(host);
        return ipv4 == null ? host : Addresses.dotted(ipv4);
    }

    private static String text(byte[] address) {
        byte[] plain = Addresses.unmapped(address);
        return plain.length == 4 ? Addresses.dotted(plain) : Addresses.compressed(plain);
    }

    /** Two to four numbers in decimal, octal or hexadecimal; a single number is left alone. */
    private static byte @Nullable [] shorthand(String host) {
        return host.indexOf('.') < 0 ? null : Addresses.shorthand(host);
    }

    private static boolean isLoopback(String host) {
        if (host.equals("localhost") || host.equals("0.0.0.0")) {
            return true;
        }
        if (DOTTED.matcher(host).matches() && host.startsWith("127.")) {
            return Addresses.shorthand(host) != null;
        }
        byte[] address = host.indexOf(':') >= 0 ? Addresses.ipv6(host) : null;
        return address != null
                && (Addresses.loopback(address) || Addresses.compressed(address).equals("::"));
    }

    private static boolean inNetwork(String entry, String host) {
        Matcher cidr = CIDR.matcher(entry);
        byte[] network = cidr.find() ? base(cidr.group(1)) : null;
        byte[] address = host.indexOf(':') >= 0 ? Addresses.ipv6(host) : Addresses.ipv4(host);
        if (network == null || address == null) {
            return false;
        }
        int bits = Ascii.number(cidr.group(2));
        if (network.length == 16 && Addresses.mapped(network)) {
            network = Addresses.unmapped(network);
            bits -= 96;
        }
        return bits >= 0 && bits <= network.length * 8 && Addresses.sameNetwork(address, network, bits);
    }

    private static byte @Nullable [] base(String written) {
        String base = written;
        if (written.startsWith("[") && written.endsWith("]")) {
            base = written.substring(1, written.length() - 1);
            if (base.indexOf(':') < 0) {
                return null;
            }
        }
        if (base.isEmpty() || base.endsWith(".") || base.indexOf('[') >= 0 || base.indexOf(']') >= 0) {
            return null;
        }
        return base.indexOf(':') >= 0 ? Addresses.ipv6(base) : shorthand(base);
    }
}
