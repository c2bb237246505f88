package dev.hopscope.proxy.protocol.http1;

import io.netty.util.concurrent.FastThreadLocal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Working memory of one event loop: octets being looked at, octets being put together, and the names seen lately, so that equal names are one String. Used by
 * its own thread only. Holds nothing between two calls but the names.
 */
final class Scratch {
    private static final FastThreadLocal<Scratch> LOCAL = new FastThreadLocal<>() {
        @Override
        protected Scratch initialValue() {
            return new Scratch();
        }
    };
    private static final int NAMES = 1024;
    private static final int LONGEST_NAME_KEPT = 48;

    final byte[] in = new byte[4096];
    private byte[] out = new byte[4096];
    private int used;
    private final String[] names = new String[NAMES];
    private final byte[] codes = new byte[NAMES];
    private int found;

    private Scratch() {}

    static Scratch get() {
        return LOCAL.get();
    }

    /** The name in these octets, the same String for the same octets as a rule; {@link #code} then gives its {@link Field}. */
    String name(byte[] from, int start, int end, int hash) {
        int slot = (hash ^ hash >>> 10) & NAMES - 1;
        String kept = names[slot];
        if (kept != null && same(kept, from, start, end)) {
            found = codes[slot];
            return kept;
        }
        String name = new String(from, start, end - start, StandardCharsets.ISO_8859_1);
        found = Field.of(name);
        if (end - start <= LONGEST_NAME_KEPT) {
            names[slot] = name;
            codes[slot] = (byte) found;
        }
        return name;
    }

    /** The {@link Field} of the name last asked for. */
    byte code() {
        return (byte) found;
    }

    private static boolean same(String kept, byte[] from, int start, int end) {
        if (kept.length() != end - start) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (kept.charAt(i - start) != (from[i] & 0xff)) {
                return false;
            }
        }
        return true;
    }

    /** Begins to put octets together. */
    Scratch begin() {
        used = 0;
        return this;
    }

    /** Adds a text of characters up to 255, one octet each. */
    @SuppressWarnings(
            "deprecation") // the one copy without a temporary array: the low octet of each character is what the wire
    // wants
    Scratch add(String text) {
        int length = text.length();
        room(length + 4);
        text.getBytes(0, length, out, used);
        used += length;
        return this;
    }

    Scratch add(char octet) {
        room(1);
        out[used++] = (byte) octet;
        return this;
    }

    Scratch line() {
        room(2);
        out[used++] = '\r';
        out[used++] = '\n';
        return this;
    }

    Scratch field(String name, String value) {
        add(name);
        room(2);
        out[used++] = ':';
        out[used++] = ' ';
        return add(value).line();
    }

    byte[] octets() {
        return out;
    }

    int length() {
        return used;
    }

    private void room(int more) {
        if (out.length - used < more) {
            out = Arrays.copyOf(out, Math.max(2 * out.length, used + more));
        }
    }
}
