package dev.hopscope.ui.table;

import java.util.function.BooleanSupplier;

/**
 * Sorts indices by a comparison of what they stand for: stable, without boxes, and able to give up. Any thread.
 */
final class IndexSort {
    /** Compares what two indices stand for. */
    interface Comparison {
        int compare(int a, int b);
    }

    private static final int RUN = 8;

    private IndexSort() {}

    /**
     * @param goOn asked now and then
     * @return false where it gave up; the order is undefined then
     */
    static boolean sort(int[] index, int size, Comparison by, BooleanSupplier goOn) {
        for (int from = 0; from < size; from += RUN) {
            insertionSort(index, from, Math.min(size, from + RUN), by);
        }
        int[] source = index;
        int[] target = new int[size];
        for (int width = RUN; width < size && width > 0; width *= 2) {
            for (int from = 0; from < size; from += 2 * width) {
                int middle = Math.min(size, from + width);
                merge(source, target, from, middle, Math.min(size, middle + width), by);
                if (from % (1 << 16) == 0 && !goOn.getAsBoolean()) {
                    return false;
                }
            }
            int[] swapped = source;
            source = target;
            target = swapped;
        }
        if (source != index) {
            System.arraycopy(source, 0, index, 0, size);
        }
        return true;
    }

    private static void insertionSort(int[] index, int from, int to, Comparison by) {
        for (int i = from + 1; i < to; i++) {
            int moved = index[i];
            int j = i;
            while (j > from && by.compare(index[j - 1], moved) > 0) {
                index[j] = index[j - 1];
                j--;
            }
            index[j] = moved;
        }
    }

    private static void merge(int[] source, int[] target, int from, int middle, int to, Comparison by) {
        if (middle >= to || by.compare(source[middle - 1], source[middle]) <= 0) {
            System.arraycopy(source, from, target, from, to - from);
            return;
        }
        int a = from;
        int b = middle;
        for (int i = from; i < to; i++) {
            target[i] = b >= to || (a < middle && by.compare(source[a], source[b]) <= 0) ? source[a++] : source[b++];
        }
    }
}
