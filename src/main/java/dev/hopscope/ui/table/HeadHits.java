package dev.hopscope.ui.table;

import java.util.Arrays;

/**
 * Ids of exchanges in whose heads a text was found. Immutable, any thread.
 */
public final class HeadHits {
    public static final HeadHits NONE = new HeadHits(new long[0]);

    private final long[] ids;

    private HeadHits(long[] ids) {
        this.ids = ids;
    }

    public boolean contains(long id) {
        return Arrays.binarySearch(ids, id) >= 0;
    }

    /** Ascending. */
    long[] ids() {
        return ids.clone();
    }

    /** With more; those already there change nothing. */
    public HeadHits with(long[] more) {
        if (more.length == 0) {
            return this;
        }
        long[] all = Arrays.copyOf(ids, ids.length + more.length);
        System.arraycopy(more, 0, all, ids.length, more.length);
        if (ids.length > 0 && more[0] <= ids[ids.length - 1] || !ascending(more)) {
            Arrays.sort(all);
            return new HeadHits(Arrays.stream(all).distinct().toArray());
        }
        return new HeadHits(all);
    }

    private static boolean ascending(long[] ids) {
        for (int i = 1; i < ids.length; i++) {
            if (ids[i] <= ids[i - 1]) {
                return false;
            }
        }
        return true;
    }
}
