package dev.hopscope.inspect.body;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Reads the wire format of Protocol Buffers (protobuf.dev, "Encoding"), which says of each field its number and how long it is, and guesses the rest. One
 * thread. A field of bytes is a message where all of it can be read as one, then text, then bytes.
 */
final class ProtobufReader {
    private static final int MAX_DEPTH = 40;
    private static final int MAX_BYTES_SHOWN = 1024;
    /** Bytes that may be looked at to find out whether fields are messages, for each byte of the body: nesting must not multiply it. */
    private static final int LOOKS = 16;

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int BYTES = 2;
    private static final int GROUP = 3;
    private static final int END_GROUP = 4;
    private static final int FIXED_32 = 5;

    private final byte[] in;
    private int at;
    private long looked;

    ProtobufReader(byte[] in) {
        this.in = in;
    }

    /** Whether all of it can be read, in fields of sensible numbers. */
    boolean valid() {
        return valid(0, in.length);
    }

    private boolean valid(int from, int to) {
        looked += to - from;
        if (looked > (long) LOOKS * in.length) {
            return false;
        }
        int here = at;
        at = from;
        boolean ok = from < to && walk(to);
        at = here;
        return ok;
    }

    /** Steps over fields without looking into them. */
    private boolean walk(int to) {
        int groups = 0;
        while (at < to) {
            long key = varint(to);
            long number = key >>> 3;
            if (at < 0 || number < 1 || number > 10_000) {
                return false;
            }
            switch ((int) (key & 7)) {
                case VARINT -> varint(to);
                case FIXED_64 -> at += 8;
                case FIXED_32 -> at += 4;
                case BYTES -> {
                    long length = varint(to);
                    if (at < 0 || length < 0 || length > to - at) {
                        return false;
                    }
                    at += (int) length;
                }
                case GROUP -> groups++;
                case END_GROUP -> groups--;
                default -> {
                    return false;
                }
            }
            if (at < 0 || at > to || groups < 0) {
                return false;
            }
        }
        return groups == 0;
    }

    /** Reads a number of up to ten octets; {@code at} is negative where there is none. */
    private long varint(int to) {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            if (at >= to) {
                break;
            }
            byte b = in[at++];
            value |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
        at = Integer.MIN_VALUE;
        return 0;
    }

    /** Prints all fields, and returns what is to be said of them. */
    List<Note> print(TextBuilder out, boolean whole) {
        List<Note> notes = new ArrayList<>();
        notes.add(Note.of("protobuf-guessed"));
        at = 0;
        int stopped = message(out, in.length, 0);
        if (stopped >= 0) {
            notes.add(Note.of(whole ? "protobuf-invalid" : "binary-torn", stopped));
            int shown = Math.min(in.length - stopped, MAX_BYTES_SHOWN);
            out.newLine().add(HexFormat.of().formatHex(in, stopped, stopped + shown), Style.ERROR);
        }
        return notes;
    }

    /** @return where it could not be read on, or -1 */
    private int message(TextBuilder out, int to, int depth) {
        int level = depth;
        boolean first = depth == 0;
        while (at < to && !out.full()) {
            int start = at;
            long key = varint(to);
            if (at < 0 || key >>> 3 == 0 || key >>> 3 > 0x1fffffff) {
                at = to;
                return start;
            }
            int kind = (int) (key & 7);
            if (kind == END_GROUP) {
                level = Math.max(depth, level - 1);
            }
            if (!first) {
                out.newLine();
            }
            first = false;
            out.add("  ".repeat(Math.min(level, MAX_DEPTH)), Style.PLAIN);
            if (kind == END_GROUP) {
                out.add("}", Style.PUNCTUATION);
                continue;
            }
            out.add(Long.toString(key >>> 3), Style.KEY);
            if (kind == GROUP) {
                out.add(" {", Style.PUNCTUATION).add(" # group", Style.COMMENT);
                level++;
            } else if (!value(out, kind, to, level)) {
                at = to;
                return start;
            }
        }
        return -1;
    }

    private boolean value(TextBuilder out, int kind, int to, int depth) {
        switch (kind) {
            case VARINT -> {
                long value = varint(to);
                if (at >= 0) {
                    number(out, value);
                }
                return at >= 0;
            }
            case FIXED_64 -> {
                if (to - at < 8) {
                    return false;
                }
                long bits = little(8);
                double real = Double.longBitsToDouble(bits);
                out.add(": ", Style.PUNCTUATION).add(Long.toUnsignedString(bits), Style.NUMBER);
                out.add("  # fixed64" + (!Double.isNaN(real) ? ", double " + real : ""), Style.COMMENT);
                return true;
            }
            case FIXED_32 -> {
                if (to - at < 4) {
                    return false;
                }
                int bits = (int) little(4);
                float real = Float.intBitsToFloat(bits);
                out.add(": ", Style.PUNCTUATION).add(Integer.toUnsignedString(bits), Style.NUMBER);
                out.add("  # fixed32" + (!Float.isNaN(real) ? ", float " + real : ""), Style.COMMENT);
                return true;
            }
            case BYTES -> {
                long length = varint(to);
                if (at < 0 || length < 0 || length > to - at) {
                    return false;
                }
                bytes(out, (int) length, depth);
                return true;
            }
            default -> {
                return false;
            }
        }
    }

    private long little(int count) {
        long value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | (in[at + i] & 0xff);
        }
        at += count;
        return value;
    }

    private static void number(TextBuilder out, long value) {
        out.add(": ", Style.PUNCTUATION).add(Long.toUnsignedString(value), Style.NUMBER);
        if (value < 0) {
            out.add("  # " + value + " signed", Style.COMMENT);
        } else if (value == 0 || value == 1) {
            out.add("  # or " + (value == 1), Style.COMMENT);
        } else if (value > 1_000_000_000L && value < 4_102_444_800L) {
            out.add("  # or " + java.time.Instant.ofEpochSecond(value), Style.COMMENT);
        } else if (value > 1_000_000_000_000L && value < 4_102_444_800_000L) {
            out.add("  # or " + java.time.Instant.ofEpochMilli(value), Style.COMMENT);
        }
    }

    private void bytes(TextBuilder out, int length, int depth) {
        int from = at;
        int to = from + length;
        boolean text = text(from, to);
        // short text can be a message by accident; text that is one throughout rarely is
        if (length > 0 && depth < MAX_DEPTH && (!text || hasControl(from, to)) && valid(from, to)) {
            int line = out.line();
            out.add(" {", Style.PUNCTUATION);
            message(out, to, depth + 1);
            out.newLine().add("  ".repeat(Math.min(depth, MAX_DEPTH)) + "}", Style.PUNCTUATION);
            out.fold(line, out.line() - 1);
        } else if (text) {
            String quoted = new String(in, from, length, StandardCharsets.UTF_8)
                    .replace("\\", "\\\\")
                    .replace("\"", "\\\"")
                    .replace("\n", "\\n")
                    .replace("\r", "\\r");
            out.add(": ", Style.PUNCTUATION).add("\"" + quoted + "\"", Style.STRING);
        } else {
            int shown = Math.min(length, MAX_BYTES_SHOWN);
            out.add(": ", Style.PUNCTUATION)
                    .add(
                            HexFormat.of().formatHex(in, from, from + shown) + (shown < length ? "\u2026" : ""),
                            Style.NUMBER)
                    .add("  # " + length + " B", Style.COMMENT);
        }
        at = to;
    }

    private boolean text(int from, int to) {
        int odd = 0;
        for (int i = from; i < to; i++) {
            byte b = in[i];
            if (b == 0x7f || (b >= 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t')) {
                odd++;
            }
        }
        return odd == 0 && new String(in, from, to - from, StandardCharsets.UTF_8).indexOf('\uFFFD') < 0;
    }

    private boolean hasControl(int from, int to) {
        for (int i = from; i < to; i++) {
            if (in[i] >= 0 && in[i] < 0x20) {
                return true;
            }
        }
        return false;
    }
}
