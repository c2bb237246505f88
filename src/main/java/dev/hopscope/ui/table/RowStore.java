package dev.hopscope.ui.table;

import dev.hopscope.capture.ExchangeRow;
import java.util.Arrays;

/**
 * All rows in order of id, in chunks, so that growing never copies them. One thread. Knows nothing of filter or order.
 */
final class RowStore {
    private static final int BITS = 12;
    private static final int CHUNK = 1 << BITS;
    private static final int MASK = CHUNK - 1;

    private ExchangeRow[][] chunks = new ExchangeRow[16][];
    private int size;

    int size() {
        return size;
    }

    ExchangeRow get(int index) {
        return chunks[index >> BITS][index & MASK];
    }

    void set(int index, ExchangeRow row) {
        chunks[index >> BITS][index & MASK] = row;
    }

    /** Behind the last; its id must be the highest. */
    void add(ExchangeRow row) {
        int chunk = size >> BITS;
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, 2 * chunk);
        }
        if ((size & MASK) == 0) {
            chunks[chunk] = new ExchangeRow[CHUNK];
        }
        chunks[chunk][size & MASK] = row;
        size++;
    }

    /** Before the row now at {@code index}: for the rare row that comes after its successor. Moves all behind it. */
    void insert(int index, ExchangeRow row) {
        ExchangeRow carried = row;
        for (int i = index; i < size; i++) {
            ExchangeRow next = get(i);
            set(i, carried);
            carried = next;
        }
        add(carried);
    }

    /** @param indices ascending, none twice */
    void remove(int[] indices) {
        int gone = 0;
        for (int i = indices[0]; i < size; i++) {
            if (gone < indices.length && indices[gone] == i) {
                gone++;
            } else {
                set(i - gone, get(i));
            }
        }
        for (int i = size - gone; i < size; i++) {
            Arrays.fill(chunks[i >> BITS], i & MASK, (i & MASK) + 1, null);
        }
        size -= gone;
    }

    void clear() {
        chunks = new ExchangeRow[16][];
        size = 0;
    }

    /** The index of an id, or {@code -(index where it belongs) - 1}. */
    int indexOf(long id) {
        if (size == 0) {
            return -1;
        }
        // ids without gaps: the place is known
        long guess = id - get(0).id();
        if (guess >= 0 && guess < size && get((int) guess).id() == id) {
            return (int) guess;
        }
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int mid = (low + high) >>> 1;
            long at = get(mid).id();
            if (at < id) {
                low = mid + 1;
            } else if (at > id) {
                high = mid - 1;
            } else {
                return mid;
            }
        }
        return -low - 1;
    }

    /** The rows as they are now: for work on another thread. */
    ExchangeRow[] copy() {
        ExchangeRow[] all = new ExchangeRow[size];
        for (int from = 0; from < size; from += CHUNK) {
            System.arraycopy(chunks[from >> BITS], 0, all, from, Math.min(CHUNK, size - from));
        }
        return all;
    }
}
