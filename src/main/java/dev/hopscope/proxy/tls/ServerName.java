package dev.hopscope.proxy.tls;

import io.netty.util.NetUtil;
import java.net.IDN;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The host a certificate is to be for: a DNS name in A-labels, lower case, without a final dot, or an address literal in its canonical form. Immutable, any
 * thread. Resolves nothing.
 *
 * @param text the name or the literal
 * @param ip whether it is an address
 */
record ServerName(String text, boolean ip) {
    private static final int NAME_OCTETS = 253;
    private static final int LABEL_OCTETS = 63;

    /** @return null where no certificate can name this host: empty or over-long labels, characters that no host name has, a wildcard */
    static @Nullable ServerName of(String host) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        byte[] address = NetUtil.createByteArrayFromIpAddressString(bare);
        if (address != null) {
            return new ServerName(literal(address), true);
        }
        String name = ascii(bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare);
        return name != null && isName(name) ? new ServerName(name, false) : null;
    }

    /** The octets of an address: 4 or 16. */
    byte[] address() {
        byte[] octets = NetUtil.createByteArrayFromIpAddressString(text);
        if (octets == null) {
            throw new IllegalStateException(text + " is a name");
        }
        return octets;
    }

    static String literal(byte[] address) {
        return NetUtil.bytesToIpAddress(address);
    }

    private static @Nullable String ascii(String name) {
        if (name.chars().allMatch(c -> c < 0x80)) {
            return name.toLowerCase(Locale.ROOT);
        }
        try {
            return IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Letters, digits, hyphens and, as they occur, underscores. */
    static boolean isName(String name) {
        if (name.isEmpty() || name.length() > NAME_OCTETS) {
            return false;
        }
        for (String label : name.split("\\.", -1)) {
            if (label.isEmpty()
                    || label.length() > LABEL_OCTETS
                    || !label.chars().allMatch(ServerName::inName)) {
                return false;
            }
        }
        return true;
    }

    private static boolean inName(int c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }
}
