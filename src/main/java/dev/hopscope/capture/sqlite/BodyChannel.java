package dev.hopscope.capture.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/** Reads one body, a piece at a time, as it stood when it was opened. One thread. Holds one piece. */
final class BodyChannel implements SeekableByteChannel {
    private final StoredBodies bodies;
    private final long[] keys;
    /** Where each piece begins, and where the last ends. */
    private final long[] starts;

    private long position;
    private int held = -1;
    private byte[] octets = new byte[0];
    private boolean closed;

    BodyChannel(StoredBodies bodies, long[] keys, long[] starts) {
        this.bodies = bodies;
        this.keys = keys;
        this.starts = starts;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        requireOpen();
        if (position >= size()) {
            return -1;
        }
        int total = 0;
        while (target.hasRemaining() && position < size()) {
            int from = hold();
            int length = (int) Math.min(Math.min(target.remaining(), octets.length - from), size() - position);
            target.put(octets, from, length);
            position += length;
            total += length;
        }
        return total;
    }

    /** @return where in the piece held {@code position} is */
    private int hold() throws IOException {
        int found = Arrays.binarySearch(starts, 0, keys.length, position);
        int piece = found >= 0 ? found : -found - 2;
        if (piece != held) {
            octets = bodies.piece(keys[piece]);
            held = piece;
        }
        int from = (int) (position - starts[piece]);
        if (from >= octets.length) {
            held = -1;
            throw new IOException("this part of the body was removed while it was read; open the exchange again");
        }
        return from;
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public long position() throws IOException {
        requireOpen();
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) throws IOException {
        requireOpen();
        if (newPosition < 0) {
            throw new IllegalArgumentException("position " + newPosition);
        }
        position = newPosition;
        return this;
    }

    @Override
    public long size() throws IOException {
        requireOpen();
        return starts[keys.length];
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    private void requireOpen() throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
    }

    @Override
    public boolean isOpen() {
        return !closed;
    }

    @Override
    public void close() {
        closed = true;
        octets = new byte[0];
    }
}
