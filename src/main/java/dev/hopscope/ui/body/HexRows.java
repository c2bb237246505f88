package dev.hopscope.ui.body;

import dev.hopscope.inspect.body.ByteSource;
import dev.hopscope.ui.kit.Background;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of a hex view, their bytes read page by page in the background when first asked for. Screen thread. Holds at most 64 pages of 64 KiB. */
final class HexRows {
    private static final int PAGE = 64 << 10;
    private static final int PAGES = 64;

    private final ByteSource source;
    private final int width;
    private final Background background;
    private final Runnable arrived;
    private final Set<Long> asked = new HashSet<>();
    private @Nullable String failure;
    private final Map<Long, byte[]> pages = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
            return size() > PAGES;
        }
    };

    /**
     * @param width bytes a row, a divisor of 64 Ki
     * @param arrived runs when bytes that were missing have come
     */
    HexRows(ByteSource source, int width, Background background, Runnable arrived) {
        this.source = source;
        this.width = width;
        this.background = background;
        this.arrived = arrived;
    }

    int size() {
        return (int) Math.min(Integer.MAX_VALUE, (source.size() + width - 1) / width);
    }

    /** Why bytes could not be read; null where they could. */
    @Nullable
    String failure() {
        return failure;
    }

    /** Offset, bytes and their characters; only the offset until the bytes have come. */
    String row(int index) {
        long offset = (long) index * width;
        long page = offset / PAGE;
        byte[] bytes = pages.get(page);
        if (bytes == null) {
            ask(page);
            return offset(offset);
        }
        int from = (int) (offset % PAGE);
        return line(offset, bytes, from, Math.min(from + width, bytes.length), width);
    }

    private void ask(long page) {
        if (failure == null && asked.add(page)) {
            background.run(
                    () -> source.read(page * PAGE, PAGE),
                    bytes -> {
                        asked.remove(page);
                        pages.put(page, bytes);
                        arrived.run();
                    },
                    e -> {
                        failure = String.valueOf(e.getMessage());
                        arrived.run();
                    });
        }
    }

    /** {@code 00000010  48 54 54 50 2f 31 2e 31  20 32 30 30 20 4f 4b 0d  HTTP/1.1 200 OK.} */
    static String line(long offset, byte[] bytes, int from, int to, int width) {
        StringBuilder line = new StringBuilder(offset(offset)).append("  ");
        for (int i = 0; i < width; i++) {
            if (i == 8) {
                line.append(' ');
            }
            if (from + i < to) {
                int b = bytes[from + i] & 0xff;
                line.append(Character.forDigit(b >> 4, 16))
                        .append(Character.forDigit(b & 15, 16))
                        .append(' ');
            } else {
                line.append("   ");
            }
        }
        line.append(' ');
        for (byte b : Arrays.copyOfRange(bytes, Math.min(from, to), to)) {
            line.append(b >= 0x20 && b < 0x7f ? (char) b : '\u00b7');
        }
        return line.toString();
    }

    private static String offset(long offset) {
        String hex = Long.toHexString(offset);
        return "0".repeat(Math.max(0, 8 - hex.length())) + hex;
    }
}
