package dev.hopscope.inspect.warning;

import dev.hopscope.exchange.BodyRef;
import dev.hopscope.exchange.Headers;
import dev.hopscope.inspect.body.BodySample;
import dev.hopscope.inspect.body.ByteSource;
import dev.hopscope.inspect.body.ContentDecoder;
import dev.hopscope.inspect.body.Decoded;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Deflater;

/**
 * A bounded look at a recorded body: its beginning, decoded, and what gzip would make of it, measured. Immutable, any thread; reading it takes up to about
 * 50 ms and does not belong on the screen's thread.
 *
 * @param beginning the first decoded bytes, at most {@link #BEGINNING}; nobody writes to them
 * @param end how the decoding of the beginning ended
 * @param coded whether it bears a content coding
 * @param length octets that passed
 * @param measured octets given to gzip, at most {@link #MEASURED}; 0 where nothing was measured
 * @param zipped what gzip made of them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record BodyLook(byte[] beginning, Decoded.End end, boolean coded, long length, long measured, long zipped) {
    /** How much is decoded to see what it is. */
    public static final int BEGINNING = 64 << 10;

    /** How much is compressed to see what that would save. */
    public static final int MEASURED = 1 << 20;

    /** gzip's own head and foot (RFC 1952 §2.3). */
    private static final int GZIP_FRAME = 18;

    /** @throws IOException where the session file cannot be read */
    public static BodyLook read(ByteSource recorded, BodyRef ref, Headers headers) throws IOException {
        Decoded beginning = BodySample.read(recorded, ref, headers, BEGINNING).decoded();
        boolean coded = !ContentDecoder.codings(headers).isEmpty();
        if (coded || recorded.size() < CompressionCheck.LEAST) {
            return new BodyLook(beginning.bytes(), beginning.end(), coded, ref.length(), 0, 0);
        }
        long[] sizes = zip(recorded);
        return new BodyLook(beginning.bytes(), beginning.end(), false, ref.length(), sizes[0], sizes[1]);
    }

    /** Octets read, and octets that the usual level of gzip makes of them. */
    private static long[] zip(ByteSource recorded) throws IOException {
        byte[] out = new byte[8192];
        byte[] in = new byte[8192];
        long read = 0;
        long zipped = GZIP_FRAME;
        try (Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
                InputStream from = recorded.open()) {
            for (int n = 0; n >= 0 && read < MEASURED; ) {
                n = from.read(in, 0, (int) Math.min(in.length, MEASURED - read));
                if (n > 0) {
                    read += n;
                    deflater.setInput(in, 0, n);
                    while (!deflater.needsInput()) {
                        zipped += deflater.deflate(out);
                    }
                }
            }
            deflater.finish();
            while (!deflater.finished()) {
                zipped += deflater.deflate(out);
            }
        }
        return new long[] {read, zipped};
    }
}
