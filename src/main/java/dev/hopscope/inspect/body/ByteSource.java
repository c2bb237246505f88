package dev.hopscope.inspect.body;

import dev.hopscope.exchange.Bodies;
import dev.hopscope.exchange.BodyRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/** Bytes that can be read at any place, in memory or in a session file. Any thread; each call opens what it needs. Never holds a file open between calls. */
public interface ByteSource {
    ByteSource EMPTY = of(new byte[0]);

    /** How many bytes there are. */
    long size();

    /**
     * Reads a part.
     *
     * @return {@code length} bytes, fewer only at the end of the source
     * @throws IOException where the session file cannot be read
     */
    byte[] read(long offset, int length) throws IOException;

    /** All bytes in order; the caller closes it. */
    InputStream open() throws IOException;

    /** @param bytes not copied: nobody may write to them any more */
    static ByteSource of(byte[] bytes) {
        return new ByteSource() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public byte[] read(long offset, int length) {
                int from = (int) Math.min(offset, bytes.length);
                return Arrays.copyOfRange(bytes, from, (int) Math.min((long) from + length, bytes.length));
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }

    /** The recorded octets of a body. */
    static ByteSource of(Bodies bodies, BodyRef ref) {
        return new ByteSource() {
            @Override
            public long size() {
                return ref.recorded();
            }

            @Override
            public byte[] read(long offset, int length) throws IOException {
                try (SeekableByteChannel channel = bodies.open(ref)) {
                    channel.position(offset);
                    ByteBuffer buffer =
                            ByteBuffer.allocate((int) Math.max(0, Math.min(length, channel.size() - offset)));
                    while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                        // until it is full or the channel ends
                    }
                    return Arrays.copyOf(buffer.array(), buffer.position());
                }
            }

            @Override
            public InputStream open() throws IOException {
                return Channels.newInputStream(bodies.open(ref));
            }
        };
    }
}
