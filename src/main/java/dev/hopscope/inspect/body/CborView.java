package dev.hopscope.inspect.body;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CBOR in diagnostic notation (RFC 8949 §8), one item a line; sequences too (RFC 8742). Any thread. Interprets no tag but names the common ones. */
final class CborView implements BodyView {
    @Override
    public String id() {
        return "cbor";
    }

    @Override
    public int priority(BodySample sample) {
        byte[] b = sample.bytes();
        if (b.length == 0) {
            return 0;
        }
        if (sample.type().format("cbor") || sample.type().format("cbor-seq")) {
            return 90;
        }
        // the tag that only says "this is CBOR" (RFC 8949 §3.4.6)
        boolean marked = b.length > 3 && (b[0] & 0xff) == 0xd9 && (b[1] & 0xff) == 0xd9 && (b[2] & 0xff) == 0xf7;
        return marked ? 70 : 0;
    }

    @Override
    public BodyRendering render(BodySample sample) {
        return new Printer(sample.bytes(), sample.whole()).print();
    }

    /** One pass over some bytes. */
    private static final class Printer {
        /** Deeper items are not read. */
        private static final int MAX_DEPTH = 200;

        private static final int MAX_BYTES_SHOWN = 4096;
        private static final int BREAK = 0xff;

        private final byte[] in;
        private final boolean whole;
        private final TextBuilder out = new TextBuilder();
        private int at;
        private @Nullable Note wrong;

        Printer(byte[] in, boolean whole) {
            this.in = in;
            this.whole = whole;
        }

        BodyRendering print() {
            boolean first = true;
            while (at < in.length && wrong == null && !out.full()) {
                if (!first) {
                    out.newLine();
                }
                first = false;
                item(0);
            }
            List<Note> notes = new ArrayList<>();
            if (wrong != null) {
                notes.add(wrong);
            }
            return out.build(notes);
        }

        private void fail(String key) {
            if (wrong == null) {
                wrong = Note.of(key.equals("binary-ends-early") && !whole ? "binary-torn" : key, at);
            }
        }

        /** The argument of an initial byte, as an unsigned number; fails where it is torn or reserved. */
        private long argument(int low) {
            if (low < 24) {
                return low;
            }
            if (low > 27) {
                fail("cbor-invalid");
                return 0;
            }
            int count = 1 << (low - 24);
            if (at + count > in.length) {
                fail("binary-ends-early");
                at = in.length;
                return 0;
            }
            long value = 0;
            for (int i = 0; i < count; i++) {
                value = value << 8 | (in[at++] & 0xff);
            }
            return value;
        }

        private void item(int depth) {
            if (at >= in.length) {
                fail("binary-ends-early");
                return;
            }
            if (depth > MAX_DEPTH) {
                fail("too-deep");
                return;
            }
            int initial = in[at++] & 0xff;
            int major = initial >> 5;
            int low = initial & 31;
            boolean open = low == 31 && major >= 2 && major <= 5;
            long value = open || major == 7 ? 0 : argument(low);
            if (wrong != null) {
                return;
            }
            switch (major) {
                case 0 -> out.add(Long.toUnsignedString(value), Style.NUMBER);
                case 1 -> out.add(negative(value), Style.NUMBER);
                case 2, 3 -> string(major == 3, open, value, depth);
                case 4 -> items(open, value, depth, false);
                case 5 -> items(open, value, depth, true);
                case 6 -> tag(value, depth);
                default -> simple(low);
            }
        }

        private static String negative(long value) {
            return value >= 0
                    ? Long.toString(-1 - value)
                    : "-" + new java.math.BigInteger(Long.toUnsignedString(value)).add(java.math.BigInteger.ONE);
        }

        private void string(boolean text, boolean open, long length, int depth) {
            if (!open) {
                chunk(text, length);
                return;
            }
            out.add("(_ ", Style.PUNCTUATION);
            boolean first = true;
            while (wrong == null && !ended() && !out.full()) {
                if (!first) {
                    out.add(", ", Style.PUNCTUATION);
                }
                first = false;
                item(depth + 1);
            }
            out.add(")", Style.PUNCTUATION);
        }

        private void chunk(boolean text, long length) {
            long left = in.length - at;
            int taken = (int) (length < 0 || length > left ? left : length);
            if (text) {
                out.add(quoted(taken), Style.STRING);
            } else {
                int shown = Math.min(taken, MAX_BYTES_SHOWN);
                out.add(
                        "h'" + HexFormat.of().formatHex(in, at, at + shown) + (shown < taken ? "\u2026" : "") + "'",
                        Style.NUMBER);
                if (shown < taken) {
                    out.add(" / " + taken + " B /", Style.COMMENT);
                }
            }
            at += taken;
            if (length < 0 || length > left) {
                fail("binary-ends-early");
            }
        }

        private String quoted(int length) {
            String text = new String(in, at, length, StandardCharsets.UTF_8);
            StringBuilder quoted = new StringBuilder(length + 2).append('"');
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '"' || c == '\\') {
                    quoted.append('\\').append(c);
                } else if (c == '\n') {
                    quoted.append("\\n");
                } else if (c == '\r') {
                    quoted.append("\\r");
                } else {
                    quoted.append(c);
                }
            }
            return quoted.append('"').toString();
        }

        /** Takes the break that ends an item of open length, where it stands here. */
        private boolean ended() {
            if (at >= in.length) {
                fail("binary-ends-early");
                return true;
            }
            if ((in[at] & 0xff) == BREAK) {
                at++;
                return true;
            }
            return false;
        }

        private void items(boolean open, long count, int depth, boolean map) {
            int line = out.line();
            out.add((map ? "{" : "[") + (open ? "_" : ""), Style.PUNCTUATION);
            long done = 0;
            while (wrong == null && !out.full() && (open ? !ended() : Long.compareUnsigned(done, count) < 0)) {
                if (done++ > 0) {
                    out.add(",", Style.PUNCTUATION);
                }
                lineBreak(depth + 1);
                item(depth + 1);
                if (map && wrong == null) {
                    out.add(": ", Style.PUNCTUATION);
                    item(depth + 1);
                }
            }
            if (done > 0) {
                lineBreak(depth);
                out.fold(line, out.line() - 1);
            }
            out.add(map ? "}" : "]", Style.PUNCTUATION);
        }

        private void lineBreak(int depth) {
            out.newLine().add("  ".repeat(Math.min(depth, 40)), Style.PLAIN);
        }

        private void tag(long number, int depth) {
            String name = switch ((int) Math.min(Integer.MAX_VALUE, number & Long.MAX_VALUE)) {
                case 0 -> "date and time";
                case 1 -> "seconds since 1970";
                case 2, 3 -> "large number";
                case 24 -> "CBOR in bytes";
                case 32 -> "URI";
                case 37 -> "UUID";
                case 55799 -> "CBOR";
                default -> "";
            };
            out.add(Long.toUnsignedString(number) + "(", Style.KEYWORD);
            if (!name.isEmpty()) {
                out.add("/ " + name + " / ", Style.COMMENT);
            }
            item(depth + 1);
            out.add(")", Style.KEYWORD);
        }

        private void simple(int low) {
            switch (low) {
                case 20 -> out.add("false", Style.KEYWORD);
                case 21 -> out.add("true", Style.KEYWORD);
                case 22 -> out.add("null", Style.KEYWORD);
                case 23 -> out.add("undefined", Style.KEYWORD);
                case 25, 26, 27 -> floating(low, argument(low));
                default -> {
                    long value = argument(low);
                    if (wrong == null) {
                        out.add("simple(" + value + ")", Style.KEYWORD);
                    }
                }
            }
        }

        private void floating(int low, long bits) {
            if (wrong == null) {
                double value = low == 25
                        ? Float.float16ToFloat((short) bits)
                        : low == 26 ? Float.intBitsToFloat((int) bits) : Double.longBitsToDouble(bits);
                String shown = low == 27 ? Double.toString(value) : Float.toString((float) value);
                out.add(shown, Style.NUMBER);
            }
        }
    }
}
