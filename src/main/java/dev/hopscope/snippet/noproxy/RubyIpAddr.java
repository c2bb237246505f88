package dev.hopscope.snippet.noproxy;

import org.jspecify.annotations.Nullable;

/**
 * Ruby's {@code IPAddr.new(token).include?(address)} (ipaddr.rb of Ruby 3.1) for tokens without a colon, hence IPv4
 * only; pure functions.
 */
final class RubyIpAddr {
    private RubyIpAddr() {}

    static boolean includes(String token, byte[] address) {
        int slash = token.indexOf('/');
        byte[] network = Addresses.ipv4(slash < 0 ? token : token.substring(0, slash));
        if (network == null || address.length != 4) {
            return false;
        }
        Integer bits = slash < 0 ? Integer.valueOf(32) : bits(token.substring(slash + 1));
        return bits != null && bits <= 32 && Addresses.sameNetwork(address, network, bits);
    }

    /** A length without leading zeros, or a contiguous mask in dotted form; null for anything else. */
    private static @Nullable Integer bits(String mask) {
        if (Ascii.digits(mask)) {
            return mask.length() > 1 && mask.startsWith("0") ? null : Integer.valueOf(Ascii.number(mask));
        }
        byte[] dotted = Addresses.ipv4(mask);
        if (dotted == null) {
            return null;
        }
        int value = (dotted[0] & 255) << 24 | (dotted[1] & 255) << 16 | (dotted[2] & 255) << 8 | (dotted[3] & 255);
        int ones = Integer.bitCount(value);
        boolean contiguous = value == (ones == 0 ? 0 : -1 << (32 - ones));
        return contiguous ? Integer.valueOf(ones) : null;
    }
}
