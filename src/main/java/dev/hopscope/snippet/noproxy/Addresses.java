package dev.hopscope.snippet.noproxy;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** IPv4 and IPv6 literals as C, Go, Python and the WHATWG read them; pure functions; never a name. */
final class Addresses {
    private Addresses() {}

    /** {@code inet_pton(AF_INET)}: four decimal numbers without leading zeros; null for anything else. */
    static byte @Nullable [] ipv4(String text) {
        if (text.isEmpty() || text.length() > 15 || !Ascii.digit(text.charAt(0))) {
            return null;
        }
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return null;
        }
        byte[] address = new byte[4];
        for (int i = 0; i < 4; i++) {
            String part = parts[i];
            if (!Ascii.digits(part) || part.length() > 3 || (part.length() > 1 && part.charAt(0) == '0')) {
                return null;
            }
            int value = Ascii.number(part);
            if (value > 255) {
                return null;
            }
            address[i] = (byte) value;
        }
        return address;
    }

    /** {@code inet_aton}: one to four numbers, decimal, octal or hexadecimal; text after a blank is ignored. */
    static byte @Nullable [] inetAton(String text) {
        int end = 0;
        while (end < text.length() && !Blanks.ascii(text.charAt(end))) {
            end++;
        }
        return shorthand(text.substring(0, end));
    }

    /** One to four numbers in C's notations, the last filling the remaining bytes; null where it is none. */
    static byte @Nullable [] shorthand(String text) {
        if (text.isEmpty() || !Ascii.digit(text.charAt(0))) {
            return null;
        }
        String[] parts = text.split("\\.", -1);
        if (parts.length > 4) {
            return null;
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            long value = cNumber(parts[i]);
            boolean last = i == parts.length - 1;
            long limit = last ? 1L << (8 * (5 - parts.length)) : 256;
            if (value < 0 || value >= limit) {
                return null;
            }
            address |= last ? value : value << (8 * (3 - i));
        }
        return new byte[] {(byte) (address >> 24), (byte) (address >> 16), (byte) (address >> 8), (byte) address};
    }

    /** A number in C's notation: {@code 0x1f}, {@code 017} or {@code 15}; −1 where it is none or above 32 bits. */
    static long cNumber(String text) {
        int radix = 10;
        String digits = text;
        if (text.startsWith("0x") || text.startsWith("0X")) {
            radix = 16;
            digits = text.substring(2);
        } else if (text.length() > 1 && text.startsWith("0")) {
            radix = 8;
            digits = text.substring(1);
        }
        if (digits.isEmpty()) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) < 128 ? Character.digit(digits.charAt(i), radix) : -1;
            value = value * radix + digit;
            if (digit < 0 || value > 0xffff_ffffL) {
                return -1;
            }
        }
        return value;
    }

    /** {@code inet_pton(AF_INET6)} (RFC 4291 §2.2), no brackets and no zone; null for anything else. */
    static byte @Nullable [] ipv6(String text) {
        int gap = text.indexOf("::");
        if (gap != text.lastIndexOf("::")) {
            return null;
        }
        if (gap < 0) {
            byte[] all = groups(text);
            return all != null && all.length == 16 ? all : null;
        }
        byte[] head = gap == 0 ? new byte[0] : groups(text.substring(0, gap));
        byte[] tail = gap + 2 == text.length() ? new byte[0] : groups(text.substring(gap + 2));
        if (head == null
                || tail == null
                || head.length + tail.length > 14
                || text.substring(0, gap).contains(".")) {
            return null;
        }
        byte[] address = new byte[16];
        System.arraycopy(head, 0, address, 0, head.length);
        System.arraycopy(tail, 0, address, 16 - tail.length, tail.length);
        return address;
    }

    private static byte @Nullable [] groups(String text) {
        String[] parts = text.split(":", -1);
        byte[] bytes = new byte[parts.length * 2 + 2];
        int length = 0;
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            byte[] embedded = i == parts.length - 1 && part.indexOf('.') >= 0 ? ipv4(part) : null;
            if (embedded != null) {
                System.arraycopy(embedded, 0, bytes, length, 4);
                length += 4;
            } else if (!hexGroup(part)) {
                return null;
            } else {
                int value = Integer.parseInt(part, 16);
                bytes[length++] = (byte) (value >> 8);
                bytes[length++] = (byte) value;
            }
        }
        return Arrays.copyOf(bytes, length);
    }

    private static boolean hexGroup(String part) {
        for (int i = 0; i < part.length(); i++) {
            if (!Ascii.hex(part.charAt(i))) {
                return false;
            }
        }
        return !part.isEmpty() && part.length() <= 4;
    }

    /** An IPv4 or IPv6 literal without brackets; null for anything else. */
    static byte @Nullable [] literal(String text) {
        return text.indexOf(':') >= 0 ? ipv6(text) : ipv4(text);
    }

    static String dotted(byte[] ipv4) {
        return (ipv4[0] & 255) + "." + (ipv4[1] & 255) + "." + (ipv4[2] & 255) + "." + (ipv4[3] & 255);
    }

    /** The shortest form, in hexadecimal groups throughout, as the URL standard writes it. */
    static String compressed(byte[] ipv6) {
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = (ipv6[2 * i] & 255) << 8 | (ipv6[2 * i + 1] & 255);
        }
        int bestStart = -1;
        int bestLength = 1;
        for (int i = 0; i < 8; i++) {
            int length = 0;
            while (i + length < 8 && groups[i + length] == 0) {
                length++;
            }
            if (length > bestLength) {
                bestStart = i;
                bestLength = length;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == bestStart) {
                text.append(i == 0 ? "::" : ":");
                i += bestLength - 1;
            } else {
                text.append(Integer.toHexString(groups[i])).append(i < 7 ? ":" : "");
            }
        }
        return text.toString();
    }

    /** {@code ::ffff:0:0/96} (RFC 4291 §2.5.5.2). */
    static boolean mapped(byte[] address) {
        if (address.length != 16 || address[10] != -1 || address[11] != -1) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            if (address[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** An IPv4-mapped IPv6 address becomes the IPv4 address; anything else stays. */
    static byte[] unmapped(byte[] address) {
        return mapped(address) ? Arrays.copyOfRange(address, 12, 16) : address;
    }

    /** The first {@code bits} bits agree; addresses of different length never do. */
    static boolean sameNetwork(byte[] a, byte[] b, int bits) {
        if (a.length != b.length || bits > a.length * 8) {
            return false;
        }
        for (int i = 0; i < bits; i++) {
            int mask = 1 << (7 - i % 8);
            if ((a[i / 8] & mask) != (b[i / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** 127.0.0.0/8 and ::1, also when mapped. */
    static boolean loopback(byte[] address) {
        byte[] plain = unmapped(address);
        if (plain.length == 4) {
            return plain[0] == 127;
        }
        for (int i = 0; i < 15; i++) {
            if (plain[i] != 0) {
                return false;
            }
        }
        return plain[15] == 1;
    }
}
