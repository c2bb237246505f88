package dev.hopscope.proxy.protocol.http1;

import io.netty.util.NetUtil;

/** Whether a literal between brackets is an IPv6 address (RFC 3986 §3.2.2). Pure. Zones and future versions are not accepted. */
final class Ipv6 {
    private Ipv6() {}

    static boolean valid(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (Octets.hex(c) < 0 && c != ':' && c != '.') {
                return false;
            }
        }
        return NetUtil.isValidIpV6Address(text.substring(start, end));
    }
}
