package dev.hopscope.snippet.noproxy;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * libcurl's {@code Curl_check_noproxy} (lib/noproxy.c of 7.88.1), shared by curl, git and PHP; pure functions; does not
 * choose the variable.
 */
final class CurlNoProxy {
    private CurlNoProxy() {}

    /**
     * The entry that takes this host past the proxy.
     *
     * @param list null: not set
     */
    static Bypass check(@Nullable String list, Target target) {
        String host = hostOf(target);
        if (list == null || list.isEmpty() || host == null || host.isEmpty()) {
            return Bypass.NONE;
        }
        if (list.equals("*")) {
            return Bypass.by("*");
        }
        byte[] ipv4 = Addresses.ipv4(host);
        int start = 0;
        for (int i = 0; i <= list.length(); i++) {
            if (i == list.length() || ", \t".indexOf(list.charAt(i)) >= 0) {
                String entry = list.substring(start, i);
                if (!entry.isEmpty() && (ipv4 != null ? inNetwork(entry, ipv4) : nameMatches(entry, host))) {
                    return Bypass.by(entry);
                }
                start = i + 1;
            }
        }
        return Bypass.NONE;
    }

    /** The host as libcurl compares it: brackets off, IPv6 shortened only where that is shorter, IDN in ASCII. */
    private static @Nullable String hostOf(Target target) {
        if (target.ipv6Literal()) {
            String bare = target.bareHost();
            byte[] address = Addresses.ipv6(bare);
            if (address == null) {
                return bare;
            }
            String shortest = ntop(address);
            return shortest.length() < bare.length() ? shortest : bare;
        }
        byte[] ipv4 = startsWithDigit(target.host()) ? Addresses.shorthand(target.host()) : null;
        return ipv4 != null ? Addresses.dotted(ipv4) : HostNames.toAscii(target.host());
    }

    private static boolean startsWithDigit(String text) {
        return !text.isEmpty() && Ascii.digit(text.charAt(0));
    }

    private static String ntop(byte[] address) {
        return Addresses.mapped(address)
                ? "::ffff:" + Addresses.dotted(Arrays.copyOfRange(address, 12, 16))
                : Addresses.compressed(address);
    }

    private static boolean nameMatches(String entry, String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        String suffix = entry.endsWith(".") ? entry.substring(0, entry.length() - 1) : entry;
        suffix = suffix.startsWith(".") ? suffix.substring(1) : suffix;
        if (suffix.length() == name.length()) {
            return Ascii.equalIgnoringCase(suffix, name);
        }
        return suffix.length() < name.length()
                && name.charAt(name.length() - suffix.length() - 1) == '.'
                && Ascii.endsWithIgnoringCase(name, suffix);
    }

    /** {@code Curl_cidr4_match}: a mask of 0 and one of 32 both mean this one address. */
    private static boolean inNetwork(String entry, byte[] address) {
        int slash = entry.indexOf('/');
        int bits = slash < 0 ? 0 : Ascii.atoi(entry.substring(slash + 1));
        byte[] network = Addresses.ipv4(slash < 0 ? entry : entry.substring(0, slash));
        if (network == null || bits < 0 || bits > 32) {
            return false;
        }
        return Addresses.sameNetwork(address, network, bits == 0 ? 32 : bits);
    }
}
