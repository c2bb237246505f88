package dev.hopscope.ui.table;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Ids of exchanges: those found in heads, those selected. Immutable, any thread.
 */
public final class IdSet {
    public static final IdSet NONE = new IdSet(new long[0]);

    private final long[] ids;

    private IdSet(long[] ids) {
        this.ids = ids;
    }

    /** @param ids in any order */
    public static IdSet of(long... ids) {
        return NONE.with(ids);
    }

    public boolean contains(long id) {
        return Arrays.binarySearch(ids, id) >= 0;
    }

    public int size() {
        return ids.length;
    }

    public boolean isEmpty() {
        return ids.length == 0;
    }

    /** Ascending. */
    public LongStream stream() {
        return Arrays.stream(ids);
    }

    /** With more; those already there change nothing. */
    public IdSet with(long... more) {
        if (more.length == 0) {
            return this;
        }
        long[] all = Arrays.copyOf(ids, ids.length + more.length);
        System.arraycopy(more, 0, all, ids.length, more.length);
        if (ids.length > 0 && more[0] <= ids[ids.length - 1] || !ascending(more)) {
            Arrays.sort(all);
            return new IdSet(Arrays.stream(all).distinct().toArray());
        }
        return new IdSet(all);
    }

    public IdSet without(long id) {
        return new IdSet(stream().filter(other -> other != id).toArray());
    }

    private static boolean ascending(long[] ids) {
        for (int i = 1; i < ids.length; i++) {
            if (ids[i] <= ids[i - 1]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdSet set && Arrays.equals(ids, set.ids);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ids);
    }

    @Override
    public String toString() {
        return Arrays.toString(ids);
    }
}
