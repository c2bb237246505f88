package dev.hopscope.ui.table;

import java.util.Arrays;

/**
 * Which rows of the store are shown, in which order: their indices. One thread. Does not know why.
 */
final class RowView {
    private int[] index;
    private int size;

    RowView(int[] index, int size) {
        this.index = index;
        this.size = size;
    }

    int size() {
        return size;
    }

    int get(int position) {
        return index[position];
    }

    void append(int[] more, int count) {
        grow(count);
        System.arraycopy(more, 0, index, size, count);
        size += count;
    }

    /** @param positions ascending, none twice */
    void remove(int[] positions, int count) {
        if (count == 0) {
            return;
        }
        int to = positions[0];
        for (int i = 0; i < count; i++) {
            int from = positions[i] + 1;
            int end = i + 1 < count ? positions[i + 1] : size;
            System.arraycopy(index, from, index, to, end - from);
            to += end - from;
        }
        size = to;
    }

    /**
     * Merges new entries in.
     *
     * @param more the new entries, in the order of the view
     * @param before for each, the position it comes before, ascending; on return the position it has
     */
    void insert(int[] more, int[] before, int count) {
        grow(count);
        int end = size;
        for (int i = count - 1; i >= 0; i--) {
            int from = before[i];
            System.arraycopy(index, from, index, from + i + 1, end - from);
            index[from + i] = more[i];
            end = from;
            before[i] = from + i;
        }
        size += count;
    }

    /** A row was put into the store before others: names them by their new indices. */
    void shift(int from) {
        for (int i = 0; i < size; i++) {
            if (index[i] >= from) {
                index[i]++;
            }
        }
    }

    private void grow(int count) {
        if (size + count > index.length) {
            index = Arrays.copyOf(index, Math.max(size + count, Math.max(64, index.length + (index.length >> 1))));
        }
    }
}
