package dev.hopscope.capture;

import dev.hopscope.exchange.Direction;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts one body, as it arrives, into the pieces that are written. The recorder's thread. A body that trickles is written at each commit all the same: its last
 * piece is written again until it has grown to {@value #SMALLEST} octets. Does not bound how much is kept.
 */
final class BodyChunks {
    static final int LARGEST = 64 << 10;
    static final int SMALLEST = 4 << 10;
    /** From this size on a piece as it came is not copied together with the next. */
    private static final int DIRECT = 16 << 10;

    private final long exchange;
    private final Direction direction;
    private int number;
    private byte[] tail = new byte[0];
    private int tailLength;
    private boolean tailUnwritten;

    BodyChunks(long exchange, Direction direction) {
        this.exchange = exchange;
        this.direction = direction;
    }

    /** @param octets kept, not copied */
    void add(byte[] octets, List<SessionStore.Chunk> ready) {
        int from = 0;
        while (from < octets.length) {
            int left = octets.length - from;
            if (tailLength == 0 && left >= DIRECT) {
                int size = Math.min(left, LARGEST);
                ready.add(chunk(size == octets.length ? octets : Arrays.copyOfRange(octets, from, from + size)));
                number++;
                from += size;
                continue;
            }
            from += fill(octets, from);
            if (tailLength == LARGEST) {
                closeTail(ready);
            }
        }
    }

    private int fill(byte[] octets, int from) {
        int size = Math.min(octets.length - from, LARGEST - tailLength);
        if (tailLength == 0 && from == 0 && size == octets.length) {
            tail = octets;
        } else {
            if (tail.length < tailLength + size) {
                tail = Arrays.copyOf(tail, Math.min(LARGEST, Math.max(2 * tail.length, tailLength + size)));
            }
            System.arraycopy(octets, from, tail, tailLength, size);
        }
        tailLength += size;
        tailUnwritten = true;
        return size;
    }

    /** @param last whether no more will come */
    void commit(boolean last, List<SessionStore.Chunk> ready) {
        if (tailLength > 0 && (last || tailLength >= SMALLEST)) {
            if (tailUnwritten) {
                closeTail(ready);
            }
        } else if (tailUnwritten) {
            ready.add(chunk(Arrays.copyOf(tail, tailLength)));
            tailUnwritten = false;
        }
    }

    private void closeTail(List<SessionStore.Chunk> ready) {
        ready.add(chunk(tailLength == tail.length ? tail : Arrays.copyOf(tail, tailLength)));
        number++;
        tail = new byte[0];
        tailLength = 0;
        tailUnwritten = false;
    }

    private SessionStore.Chunk chunk(byte[] octets) {
        return new SessionStore.Chunk(exchange, direction, number, octets);
    }
}
