package dev.hopscope.inspect.compare;

/** The longest part of a row of numbers that rises. Pure, any thread. */
final class Rising {
    private Rising() {}

    /** Which places belong to the longest rising part; O(n log n). */
    static boolean[] longest(int[] values) {
        int[] tails = new int[values.length];
        int[] previous = new int[values.length];
        int length = 0;
        for (int i = 0; i < values.length; i++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int mid = (low + high) >>> 1;
                if (values[tails[mid]] < values[i]) {
                    low = mid + 1;
                } else {
                    high = mid;
                }
            }
            previous[i] = low == 0 ? -1 : tails[low - 1];
            tails[low] = i;
            length = Math.max(length, low + 1);
        }
        boolean[] in = new boolean[values.length];
        for (int i = length == 0 ? -1 : tails[length - 1]; i >= 0; i = previous[i]) {
            in[i] = true;
        }
        return in;
    }
}
