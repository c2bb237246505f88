package dev.hopscope.interchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Tells text from binary: text is valid UTF-8 without control characters other than white space and escape. One thread; streams. */
public final class Utf8 {
    private Utf8() {}

    /**
     * What a stream held.
     *
     * @param octets how many
     * @param text whether all of it is text
     */
    public record Found(long octets, boolean text) {}

    /** Reads the stream to its end. */
    public static Found examine(InputStream in) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer octets = ByteBuffer.allocate(1 << 15);
        CharBuffer chars = CharBuffer.allocate(1 << 15);
        long count = 0;
        boolean text = true;
        for (int n = read(in, octets); n >= 0; n = read(in, octets)) {
            count += n;
            text = text && decodes(decoder, octets.flip(), chars, false);
            octets = text ? octets.compact() : octets.clear();
        }
        text = text && decodes(decoder, octets.flip(), chars, true);
        return new Found(count, text);
    }

    private static int read(InputStream in, ByteBuffer octets) throws IOException {
        int n = in.read(octets.array(), octets.position(), octets.remaining());
        if (n > 0) {
            octets.position(octets.position() + n);
        }
        return n;
    }

    private static boolean decodes(CharsetDecoder decoder, ByteBuffer octets, CharBuffer chars, boolean end) {
        CoderResult result = decoder.decode(octets, chars.clear(), end);
        chars.flip();
        while (chars.hasRemaining()) {
            char c = chars.get();
            if (c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b || c == 0x7f) {
                return false;
            }
        }
        return !result.isError();
    }
}
