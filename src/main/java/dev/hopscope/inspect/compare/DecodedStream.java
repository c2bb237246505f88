package dev.hopscope.inspect.compare;

import dev.hopscope.exchange.Headers;
import dev.hopscope.inspect.body.ByteSource;
import dev.hopscope.inspect.body.ContentDecoder;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A body from its beginning, content codings undone as far as they are known. One thread. Ends at {@value #MOST} bytes, and where a coding breaks, and says so.
 */
final class DecodedStream extends FilterInputStream {
    /** Decoded bytes that are read at most: beyond stands a decompression bomb. */
    static final long MOST = 1L << 30;

    private long passed;
    private @Nullable String problem;

    private DecodedStream(InputStream in) {
        super(in);
    }

    static DecodedStream open(ByteSource recorded, Headers headers) throws IOException {
        InputStream in = recorded.open();
        try {
            for (String coding : ContentDecoder.codings(headers).reversed()) {
                InputStream undone = ContentDecoder.undo(coding, in);
                if (undone == null) {
                    break;
                }
                in = undone;
            }
            return new DecodedStream(in);
        } catch (IOException e) {
            in.close();
            DecodedStream plain = new DecodedStream(recorded.open());
            plain.problem = String.valueOf(e.getMessage());
            return plain;
        }
    }

    /** Why it ended early, or is not decoded; null where it is whole. */
    @Nullable
    String problem() {
        return problem;
    }

    /** Fills the array as far as there are bytes. */
    int fill(byte[] into, int offset, int length) throws IOException {
        int filled = 0;
        while (filled < length) {
            int n = read(into, offset + filled, length - filled);
            if (n < 0) {
                break;
            }
            filled += n;
        }
        return filled;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (passed >= MOST) {
            problem = "more than " + MOST + " bytes";
            return -1;
        }
        int n;
        try {
            n = super.read(into, offset, length);
        } catch (IOException | RuntimeException e) {
            problem = String.valueOf(e.getMessage());
            return -1;
        }
        passed += Math.max(0, n);
        return n;
    }
}
