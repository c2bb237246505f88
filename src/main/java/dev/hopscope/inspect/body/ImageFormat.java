package dev.hopscope.inspect.body;

import org.jspecify.annotations.Nullable;

/**
 * What the head of an image file says, read before anything is unpacked. Immutable.
 *
 * @param name {@code PNG}, {@code JPEG}, {@code GIF}, {@code BMP}, {@code WebP}
 * @param width pixels of one frame
 * @param height pixels of one frame
 * @param frames pictures to be unpacked, more than 1 in animations
 * @param drawn whether the screen can draw the format
 */
record ImageFormat(String name, int width, int height, int frames, boolean drawn) {
    /** Pixels to be unpacked. */
    long pixels() {
        return (long) width * height * frames;
    }

    /** @return null where the bytes are no image of a known format, or its head is torn */
    static @Nullable ImageFormat of(byte[] b) {
        if (at(b, 0, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a) && at(b, 12, 'I', 'H', 'D', 'R') && b.length >= 24) {
            return valid("PNG", big(b, 16, 4), big(b, 20, 4), 1, true);
        }
        if (at(b, 0, 'G', 'I', 'F', '8') && b.length >= 13) {
            return valid("GIF", little(b, 6, 2), little(b, 8, 2), gifFrames(b), true);
        }
        if (at(b, 0, 'B', 'M') && b.length >= 26 && little(b, 14, 4) >= 40) {
            return valid("BMP", little(b, 18, 4), Math.abs((long) (int) little(b, 22, 4)), 1, true);
        }
        if (at(b, 0, 0xff, 0xd8, 0xff)) {
            return jpeg(b);
        }
        return at(b, 0, 'R', 'I', 'F', 'F') && at(b, 8, 'W', 'E', 'B', 'P') ? webp(b) : null;
    }

    private static @Nullable ImageFormat valid(String name, long width, long height, int frames, boolean drawn) {
        boolean sane = width > 0 && height > 0 && width <= Integer.MAX_VALUE && height <= Integer.MAX_VALUE;
        return sane ? new ImageFormat(name, (int) width, (int) height, frames, drawn) : null;
    }

    /** The first start of frame (ITU T.81 §B.2.2). */
    private static @Nullable ImageFormat jpeg(byte[] b) {
        int i = 2;
        while (i + 9 < b.length && (b[i] & 0xff) == 0xff) {
            int marker = b[i + 1] & 0xff;
            if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
                return valid("JPEG", big(b, i + 7, 2), big(b, i + 5, 2), 1, true);
            }
            boolean bare = marker == 0xff || marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8);
            i += marker == 0xff ? 1 : bare ? 2 : 2 + (int) big(b, i + 2, 2);
        }
        return null;
    }

    /** RFC 9649 §2.5 to 2.7. */
    private static @Nullable ImageFormat webp(byte[] b) {
        if (b.length < 30) {
            return null;
        }
        if (at(b, 12, 'V', 'P', '8', 'X')) {
            ImageFormat canvas = valid("WebP", little(b, 24, 3) + 1, little(b, 27, 3) + 1, 1, true);
            return canvas == null || fits(b, canvas)
                    ? canvas
                    : new ImageFormat("WebP", canvas.width(), canvas.height(), 1, false);
        }
        return webpChunk(b, 12);
    }

    /** The picture in a chunk; null where it holds none. */
    private static @Nullable ImageFormat webpChunk(byte[] b, int i) {
        if (at(b, i, 'V', 'P', '8', 'L') && i + 13 <= b.length) {
            long bits = little(b, i + 9, 4);
            return valid("WebP", (bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1, 1, true);
        }
        return at(b, i, 'V', 'P', '8', ' ') && i + 18 <= b.length
                ? valid("WebP", little(b, i + 14, 2) & 0x3fff, little(b, i + 16, 2) & 0x3fff, 1, true)
                : null;
    }

    /** Whether no picture is larger than the canvas that was checked; frames hold theirs 16 octets into their chunk. */
    private static boolean fits(byte[] b, ImageFormat canvas) {
        long i = 12;
        while (i + 8 <= b.length) {
            int at = (int) i;
            boolean frame = at(b, at, 'A', 'N', 'M', 'F');
            ImageFormat inner = webpChunk(b, at);
            if (inner != null && (inner.width() > canvas.width() || inner.height() > canvas.height())) {
                return false;
            }
            i += frame ? 24 : 8 + little(b, at + 4, 4) + (little(b, at + 4, 4) & 1);
        }
        return true;
    }

    /** Image descriptors of a GIF (GIF89a §20), found by walking its blocks. */
    private static int gifFrames(byte[] b) {
        int i = 13 + ((b[10] & 0x80) != 0 ? 3 << ((b[10] & 7) + 1) : 0);
        int frames = 0;
        while (i < b.length && b[i] != 0x3b) {
            if (b[i] == 0x2c && i + 10 < b.length) {
                frames++;
                i += 11 + ((b[i + 9] & 0x80) != 0 ? 3 << ((b[i + 9] & 7) + 1) : 0);
            } else if (b[i] == 0x21) {
                i += 2;
            } else {
                break;
            }
            while (i < b.length && b[i] != 0) {
                i += 1 + (b[i] & 0xff);
            }
            i++;
        }
        return Math.max(1, frames);
    }

    private static boolean at(byte[] bytes, int offset, int... expected) {
        if (bytes.length < offset + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[offset + i] & 0xff) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static long big(byte[] bytes, int offset, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | (bytes[offset + i] & 0xff);
        }
        return value;
    }

    private static long little(byte[] bytes, int offset, int count) {
        long value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | (bytes[offset + i] & 0xff);
        }
        return value;
    }
}
