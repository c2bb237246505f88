package dev.hopscope.proxy.protocol.http1;

import dev.hopscope.exchange.Headers;
import dev.hopscope.proxy.ProxyLimits;
import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/**
 * Follows the content of one message through its framing (RFC 9112 §6, §7) and says which octets may go on as they are. On one event loop. Copies no content;
 * what it has not understood it never gives on.
 *
 * <p>Chunks go on with the sizes they had. Chunk extensions are left out (RFC 9112 §7.1.1 lets a recipient ignore them), sizes written oddly are written anew.
 */
final class ContentReader {
    /** Where the octets go. The buffer's indexes are not to be moved. */
    interface Receiver {
        /** Content, transfer coding removed. Always told before the same octets go on. */
        void content(ByteBuf in, int index, int length);

        /** Octets of the message as they stood: content and, where it is chunked, the framing around it. */
        void pass(ByteBuf in, int index, int length);

        /** A chunk's head that had to be written anew; content of this many octets follows. */
        void chunk(int size);

        /** The end of a chunked message that was not part of what was passed: the last chunk and these trailers are due. */
        void trailers(Headers received, byte[] codes) throws Refusal;
    }

    /** Where in a chunked message. */
    private enum Step {
        SIZE,
        CONTENT,
        CR,
        LF,
        TRAILERS
    }

    private static final int LONGEST_SIZE_LINE = 4096;
    private static final byte[] NONE = new byte[0];

    private final HeadReader trailers = new HeadReader(HeadReader.Kind.TRAILERS);
    private Framing framing = Framing.NONE;
    private long left;
    private Step step = Step.SIZE;
    private byte[] held = NONE;
    private int heldLength;
    private int extensions;
    private boolean clean;

    /** Begins with the next message. */
    void begin(Framing next) {
        framing = next;
        left = next.length();
        step = Step.SIZE;
        heldLength = 0;
        extensions = 0;
    }

    /**
     * Takes octets up to the end of the content, or all.
     *
     * @return whether the content is complete; never for content that ends with the connection
     */
    boolean read(ByteBuf in, Receiver to, ProxyLimits limits) throws Refusal {
        return switch (framing.kind()) {
            case NONE -> true;
            case LENGTH -> {
                int n = (int) Math.min(left, in.readableBytes());
                give(in, to, n);
                left -= n;
                yield left == 0;
            }
            case UNTIL_CLOSE -> {
                give(in, to, in.readableBytes());
                yield false;
            }
            case CHUNKED -> chunked(in, to, limits);
        };
    }

    private static void give(ByteBuf in, Receiver to, int n) {
        if (n > 0) {
            int index = in.readerIndex();
            to.content(in, index, n);
            to.pass(in, index, n);
            in.skipBytes(n);
        }
    }

    private boolean chunked(ByteBuf in, Receiver to, ProxyLimits limits) throws Refusal {
        int from = in.readerIndex();
        while (in.isReadable()) {
            switch (step) {
                case SIZE -> {
                    int line = in.readerIndex();
                    if (!sizeLine(in, limits)) {
                        pass(in, to, from, line);
                        return false;
                    }
                    if (left == 0) {
                        if (clean && emptyLineFollows(in)) {
                            in.skipBytes(2);
                            pass(in, to, from, in.readerIndex());
                            return true;
                        }
                        pass(in, to, from, line);
                        from = in.readerIndex();
                        trailers.reset();
                        step = Step.TRAILERS;
                    } else {
                        if (!clean) {
                            pass(in, to, from, line);
                            to.chunk((int) left);
                            from = in.readerIndex();
                        }
                        step = Step.CONTENT;
                    }
                }
                case CONTENT -> {
                    int n = (int) Math.min(left, in.readableBytes());
                    to.content(in, in.readerIndex(), n);
                    in.skipBytes(n);
                    left -= n;
                    if (left == 0) {
                        step = Step.CR;
                    }
                }
                case CR -> {
                    require(in.readByte(), '\r');
                    step = Step.LF;
                }
                case LF -> {
                    require(in.readByte(), '\n');
                    step = Step.SIZE;
                }
                case TRAILERS -> {
                    if (trailers.read(in, limits)) {
                        to.trailers(trailers.trailers(), trailers.codes());
                        return true;
                    }
                    return false;
                }
            }
        }
        if (step != Step.TRAILERS) {
            pass(in, to, from, in.readerIndex());
        }
        return false;
    }

    private static void pass(ByteBuf in, Receiver to, int from, int end) {
        if (end > from) {
            to.pass(in, from, end - from);
        }
    }

    private static void require(byte octet, char wanted) throws Refusal {
        if (octet != wanted) {
            throw Refusal.bad("bad-chunk-end", "the content of a chunk does not end with CRLF");
        }
    }

    private static boolean emptyLineFollows(ByteBuf in) {
        int at = in.readerIndex();
        return in.readableBytes() >= 2 && in.getByte(at) == '\r' && in.getByte(at + 1) == '\n';
    }

    /** Takes a chunk's first line, or what there is of it; true when complete, with its size in {@link #left}. */
    private boolean sizeLine(ByteBuf in, ProxyLimits limits) throws Refusal {
        int start = in.readerIndex();
        int lf = in.indexOf(start, in.writerIndex(), (byte) '\n');
        int end = lf < 0 ? in.writerIndex() : lf;
        boolean whole = heldLength == 0 && lf >= 0;
        hold(in, start, end - start);
        if (lf < 0) {
            in.skipBytes(end - start);
            sizePart();
            return false;
        }
        in.readerIndex(lf + 1);
        if (heldLength == 0 || held[heldLength - 1] != '\r') {
            throw badSize("the line of a chunk's size does not end with CRLF");
        }
        size(heldLength - 1, whole, limits);
        heldLength = 0;
        return true;
    }

    private void hold(ByteBuf in, int index, int more) throws Refusal {
        if (heldLength + more > LONGEST_SIZE_LINE) {
            throw Refusal.bad(
                    "chunk-extension-too-long",
                    "the line of a chunk's size is longer than " + LONGEST_SIZE_LINE + " octets");
        }
        if (held.length < heldLength + more) {
            held = Arrays.copyOf(held, Math.max(32, Math.max(2 * held.length, heldLength + more)));
        }
        in.getBytes(index, held, heldLength, more);
        heldLength += more;
    }

    /** Refuses an unfinished line that can only go wrong. */
    private void sizePart() throws Refusal {
        if (heldLength > 0 && Octets.hex(held[0]) < 0) {
            throw badSize("a chunk does not begin with its size");
        }
        for (int i = 0; i < heldLength; i++) {
            if (held[i] == '\r' ? i < heldLength - 1 : !Octets.value(held[i])) {
                throw badSize("the line of a chunk's size holds a control octet");
            }
        }
    }

    private void size(int end, boolean whole, ProxyLimits limits) throws Refusal {
        long size = 0;
        int i = 0;
        for (; i < end; i++) {
            int digit = Octets.hex(held[i]);
            if (digit < 0) {
                break;
            }
            size = size << 4 | digit;
            if (size > Integer.MAX_VALUE) {
                throw badSize("a chunk is of 2 GiB or more");
            }
        }
        if (i == 0) {
            throw badSize("a chunk does not begin with its size");
        }
        clean = whole && i == end && i <= 8;
        if (i < end) {
            extensions += end - i;
            if (extensions > limits.headBytes()) {
                throw Refusal.bad(
                        "chunk-extension-too-long",
                        "the chunk extensions are longer than " + limits.headBytes() + " octets");
            }
            if (!ChunkExtensions.valid(held, i, end)) {
                throw badSize("there is something other than an extension after a chunk's size");
            }
        }
        left = size;
    }

    private static Refusal badSize(String detail) {
        return Refusal.bad("bad-chunk-size", detail);
    }
}
