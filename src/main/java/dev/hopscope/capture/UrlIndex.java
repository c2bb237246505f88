package dev.hopscope.capture;

import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.Origin;
import dev.hopscope.exchange.RequestHead;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a log are for the same URL. Any thread, by one lock; pulls from the log what is new when it is asked. Some 24 octets a row: what it keeps of a URL is
 * a hash, so who asks compares the exchanges themselves.
 */
public final class UrlIndex {
    private static final int BATCH = 4096;
    private static final int NONE = -1;

    private final ExchangeLog log;
    private final ExchangeLog.Cursor cursor;
    private long[] ids = new long[1024];
    private int[] hashes = new int[1024];
    /** The row before it in the same bucket. */
    private int[] before = new int[1024];

    private int[] newest = emptied(1024);
    private int size;
    private final Set<Long> removed = new HashSet<>();

    public UrlIndex(ExchangeLog log) {
        this.log = log;
        this.cursor = log.newCursor();
    }

    /**
     * Rows of the same URL, the row itself left out.
     *
     * @param all of them there are, near or far
     * @param nearest ids in ascending order
     */
    public record Found(int all, List<ExchangeId> nearest) {}

    /**
     * The rows nearest to one.
     *
     * @param mostBefore how many to give of those before it
     * @param mostAfter how many of those after it
     * @param wanted asked now and then whether to go on
     * @return null where it gave up
     */
    public synchronized @Nullable Found of(HttpExchange x, int mostBefore, int mostAfter, BooleanSupplier wanted) {
        RequestHead request = x.heads().requestReceived();
        Origin origin = x.origin();
        if (request == null || origin == null) {
            return new Found(0, List.of());
        }
        if (!pull(wanted)) {
            return null;
        }
        int hash = hash(origin.scheme(), origin.host(), origin.port(), RowFacts.path(request.target()));
        long[] same = new long[16];
        int found = 0;
        for (int at = newest[bucket(hash)], links = 0; at != NONE; at = before[at], links++) {
            if (links % BATCH == BATCH - 1 && !wanted.getAsBoolean()) {
                return null;
            }
            if (hashes[at] == hash && ids[at] != x.id().value() && !removed.contains(ids[at])) {
                same = found == same.length ? Arrays.copyOf(same, 2 * found) : same;
                same[found++] = ids[at];
            }
        }
        return new Found(found, nearest(Arrays.copyOf(same, found), x.id().value(), mostBefore, mostAfter));
    }

    private static List<ExchangeId> nearest(long[] same, long id, int mostBefore, int mostAfter) {
        Arrays.sort(same);
        int place = -Arrays.binarySearch(same, id) - 1;
        return LongStream.of(same)
                .skip(Math.max(0, place - mostBefore))
                .limit(Math.min(place, mostBefore) + mostAfter)
                .mapToObj(ExchangeId::new)
                .toList();
    }

    private boolean pull(BooleanSupplier wanted) {
        boolean more = true;
        while (more) {
            if (!wanted.getAsBoolean()) {
                return false;
            }
            ExchangeLog.Changes changes = log.drain(cursor, BATCH);
            if (changes.cleared()) {
                forget();
            }
            changes.appended().forEach(this::add);
            changes.removed().forEach(id -> removed.add(id.value()));
            more = changes.more();
        }
        return true;
    }

    private void forget() {
        size = 0;
        removed.clear();
        Arrays.fill(newest, NONE);
    }

    private void add(ExchangeRow row) {
        if (row.kind() != ExchangeRow.Kind.HTTP) {
            return;
        }
        if (size == ids.length) {
            grow();
        }
        ids[size] = row.id();
        hashes[size] = hash(row.scheme(), row.host(), row.port(), row.path());
        link(size++);
    }

    private void link(int at) {
        int bucket = bucket(hashes[at]);
        before[at] = newest[bucket];
        newest[bucket] = at;
    }

    private void grow() {
        int room = 2 * size;
        ids = Arrays.copyOf(ids, room);
        hashes = Arrays.copyOf(hashes, room);
        before = new int[room];
        newest = emptied(room);
        for (int i = 0; i < size; i++) {
            link(i);
        }
    }

    private static int[] emptied(int room) {
        int[] buckets = new int[room];
        Arrays.fill(buckets, NONE);
        return buckets;
    }

    private int bucket(int hash) {
        return (hash * 0x9E3779B9) >>> (Integer.numberOfLeadingZeros(newest.length) + 1);
    }

    private static int hash(String scheme, String host, int port, String path) {
        String kept = path.length() > ExchangeRow.PATH_LIMIT ? path.substring(0, ExchangeRow.PATH_LIMIT) : path;
        return 31 * (31 * (31 * scheme.hashCode() + host.hashCode()) + port) + kept.hashCode();
    }
}
