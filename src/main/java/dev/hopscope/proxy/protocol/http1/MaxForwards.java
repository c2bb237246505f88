package dev.hopscope.proxy.protocol.http1;

/** The value of Max-Forwards (RFC 9110 §7.6.2). Pure. */
final class MaxForwards {
    private static final int LONGEST = 9;

    private MaxForwards() {}

    /** The number, or -1 where it is none of at most nine digits. */
    static long of(String value) {
        if (value.isEmpty() || value.length() > LONGEST) {
            return -1;
        }
        long number = 0;
        for (int i = 0; i < value.length(); i++) {
            int digit = value.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
