package dev.hopscope.ui.body;

import dev.hopscope.inspect.body.ByteSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.DoublePredicate;

/** Bytes to be found among others: pairs of hex digits as bytes, anything else as text, ASCII letters of either case. Immutable, any thread. */
record BytePattern(byte[] bytes, boolean text) {
    private static final int PAGE = 64 << 10;

    /** {@code de ad be ef} or {@code 0xdeadbeef} are bytes; {@code beef} is text, since it may be meant so. */
    static BytePattern of(String wanted) {
        String bare = wanted.strip();
        boolean marked = bare.startsWith("0x") && bare.length() > 2;
        String digits = (marked ? bare.substring(2) : bare).replace(" ", "");
        boolean pairs = (marked || bare.matches("[0-9a-fA-F]{2}( [0-9a-fA-F]{2})+")) && digits.length() % 2 == 0;
        if (pairs && digits.matches("[0-9a-fA-F]+")) {
            return new BytePattern(java.util.HexFormat.of().parseHex(digits), false);
        }
        return new BytePattern(wanted.getBytes(StandardCharsets.UTF_8), true);
    }

    int length() {
        return bytes.length;
    }

    /**
     * Where it stands in a source, without overlap.
     *
     * @param limit the most places wanted
     * @param goOn is told the share done and says whether to look on
     * @throws IOException where the source cannot be read
     */
    long[] find(ByteSource source, int limit, DoublePredicate goOn) throws IOException {
        long[] found = new long[16];
        int used = 0;
        long next = 0;
        for (long page = 0; bytes.length > 0 && page < source.size(); page += PAGE) {
            if (used >= limit || !goOn.test((double) page / source.size())) {
                break;
            }
            byte[] piece = source.read(page, PAGE + bytes.length - 1);
            for (int i = (int) Math.max(0, next - page); i + bytes.length <= piece.length && i < PAGE; i++) {
                if (at(piece, i)) {
                    if (used == found.length) {
                        found = Arrays.copyOf(found, 2 * used);
                    }
                    found[used++] = page + i;
                    next = page + i + bytes.length;
                    i += bytes.length - 1;
                    if (used >= limit) {
                        break;
                    }
                }
            }
        }
        return Arrays.copyOf(found, used);
    }

    private boolean at(byte[] piece, int offset) {
        for (int i = 0; i < bytes.length; i++) {
            if (piece[offset + i] != bytes[i] && !(text && lower(piece[offset + i]) == lower(bytes[i]))) {
                return false;
            }
        }
        return true;
    }

    private static int lower(byte b) {
        return b >= 'A' && b <= 'Z' ? b + 32 : b;
    }
}
