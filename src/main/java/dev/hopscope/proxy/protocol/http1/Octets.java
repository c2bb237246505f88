package dev.hopscope.proxy.protocol.http1;

/** Which octets may stand where in a head (RFC 9110 §5.5, §5.6.2; RFC 9112 §3.2). Constants; any thread. */
final class Octets {
    private static final byte TOKEN = 1;
    private static final byte VALUE = 2;
    private static final byte TARGET = 4;
    private static final byte HOST = 8;
    private static final byte[] CLASSES = new byte[256];

    static {
        for (int c = 0; c < 256; c++) {
            boolean alnum = c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
            byte k = 0;
            if (alnum || c < 128 && "!#$%&'*+-.^_`|~".indexOf(c) >= 0) {
                k |= TOKEN;
            }
            if (c >= 0x20 && c != 0x7f || c == '\t') {
                k |= VALUE;
            }
            if (c > 0x20 && c != 0x7f && c != '#') {
                k |= TARGET;
            }
            if (alnum || c == '-' || c == '.' || c == '_' || c == '~') {
                k |= HOST;
            }
            CLASSES[c] = k;
        }
    }

    private Octets() {}

    /** tchar of RFC 9110 §5.6.2. */
    static boolean token(int octet) {
        return (CLASSES[octet & 0xff] & TOKEN) != 0;
    }

    /** What a field value may hold: visible, obs-text, space, tab. */
    static boolean value(int octet) {
        return (CLASSES[octet & 0xff] & VALUE) != 0;
    }

    /** What is let through in a request target: no control, no space, no fragment; octets above 127 are not legal but harmless and common. */
    static boolean target(int octet) {
        return (CLASSES[octet & 0xff] & TARGET) != 0;
    }

    /** What is let through in a host name: unreserved characters; no percent encoding, which readers decode or not. */
    static boolean host(int octet) {
        return octet < 128 && (CLASSES[octet & 0xff] & HOST) != 0;
    }

    /** The value of a hexadecimal digit, or -1. */
    static int hex(int octet) {
        if (octet >= '0' && octet <= '9') {
            return octet - '0';
        }
        int lower = octet | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }

    /** Whether a text is a token. */
    static boolean token(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127 || !token(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
