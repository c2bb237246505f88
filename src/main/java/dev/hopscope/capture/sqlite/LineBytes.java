package dev.hopscope.capture.sqlite;

import java.util.Arrays;

/** Collects lines, one octet a character, LF after each. One thread. The caller has made sure that every character fits. */
final class LineBytes {
    private byte[] octets = new byte[512];
    private int used;

    void line(String text) {
        append(text);
        append('\n');
    }

    void field(String name, String value) {
        append(name);
        append(':');
        append(' ');
        append(value);
        append('\n');
    }

    byte[] toBytes() {
        return Arrays.copyOf(octets, used);
    }

    private void append(char c) {
        room(1);
        octets[used++] = (byte) c;
    }

    @SuppressWarnings("deprecation") // copies the low octet of each character, which is what is wanted, and fast
    private void append(String text) {
        room(text.length());
        text.getBytes(0, text.length(), octets, used);
        used += text.length();
    }

    private void room(int more) {
        if (octets.length - used < more) {
            octets = Arrays.copyOf(octets, Math.max(2 * octets.length, used + more));
        }
    }
}
