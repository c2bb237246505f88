package dev.hopscope.ui.cache;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.inspect.cache.PackedMarks;
import dev.hopscope.ui.kit.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How much of the traffic came from caches: in all, by host, by type of content and by layer. Immutable, any thread. Counts rows of HTTP that have a response; in
 * bytes, the content of those responses.
 *
 * @param hosts the busiest first, at most {@value #MOST}; the rest in {@code otherHosts}
 * @param layers by the vendor of the cache: what reached it, and what it answered; a response counts at each cache it says it passed
 */
public record HitRatio(
        Share all, List<Share> hosts, int otherHosts, List<Share> types, int otherTypes, List<Share> layers) {
    /** Lines of a list. */
    public static final int MOST = 40;

    public static final HitRatio NONE =
            new HitRatio(new Share("", 0, 0, 0, 0, 0), List.of(), 0, List.of(), 0, List.of());

    /**
     * The figures of one line.
     *
     * @param hits of {@code requests}, those answered from a cache
     * @param unmarked of {@code requests}, those of which no cache says anything
     */
    public record Share(String name, int requests, int hits, int unmarked, long bytes, long hitBytes) {
        /** 0 to 1; 0 for no requests. */
        public double ofRequests() {
            return requests == 0 ? 0 : (double) hits / requests;
        }

        /** 0 to 1; 0 for no bytes. */
        public double ofBytes() {
            return bytes == 0 ? 0 : (double) hitBytes / bytes;
        }
    }

    private static final class Sum {
        private int requests;
        private int hits;
        private int unmarked;
        private long bytes;
        private long hitBytes;

        void add(boolean hit, boolean marked, long octets) {
            requests++;
            hits += hit ? 1 : 0;
            unmarked += marked ? 0 : 1;
            bytes += octets;
            hitBytes += hit ? octets : 0;
        }

        Share share(String name) {
            return new Share(name, requests, hits, unmarked, bytes, hitBytes);
        }
    }

    /**
     * Sums rows up.
     *
     * @param filter which of them count
     * @param wanted asked now and then whether to go on
     * @return null where it gave up
     */
    public static @Nullable HitRatio of(ExchangeRow[] rows, Predicate<ExchangeRow> filter, BooleanSupplier wanted) {
        Sum all = new Sum();
        Map<String, Sum> hosts = new HashMap<>();
        Map<String, Sum> types = new HashMap<>();
        Map<String, Sum> layers = new HashMap<>();
        for (int i = 0; i < rows.length; i++) {
            if (i % 8192 == 0 && !wanted.getAsBoolean()) {
                return null;
            }
            ExchangeRow row = rows[i];
            if (row.kind() == ExchangeRow.Kind.HTTP && row.status() > 0 && filter.test(row)) {
                PackedMarks marks = new PackedMarks(row.cacheMarks());
                long octets = Math.max(0, row.responseBytes());
                boolean hit = marks.answered();
                boolean marked = marks.size() > 0;
                all.add(hit, marked, octets);
                sum(hosts, row.host()).add(hit, marked, octets);
                sum(types, row.type()).add(hit, marked, octets);
                layers(marks, octets, layers);
            }
        }
        return new HitRatio(
                all.share(Messages.text("cache.ratio.all")),
                busiest(hosts, MOST),
                Math.max(0, hosts.size() - MOST),
                busiest(types, MOST),
                Math.max(0, types.size() - MOST),
                busiest(layers, Integer.MAX_VALUE));
    }

    /** What stands behind a cache that answered by itself took no part, and its mark is an old one. */
    private static void layers(PackedMarks marks, long octets, Map<String, Sum> into) {
        for (int i = 0; i < marks.size(); i++) {
            boolean answered = marks.state(i).answered();
            String vendor = marks.vendor(i).title();
            if (answered || i + 1 == marks.size() || !later(marks, i, vendor)) {
                sum(into, vendor).add(answered, true, octets);
            }
            if (answered) {
                return;
            }
        }
    }

    /** Whether a further cache of the same vendor was asked: both count as one. */
    private static boolean later(PackedMarks marks, int layer, String vendor) {
        for (int i = layer + 1; i < marks.size(); i++) {
            if (marks.vendor(i).title().equals(vendor)) {
                return true;
            }
        }
        return false;
    }

    private static Sum sum(Map<String, Sum> sums, String name) {
        return sums.computeIfAbsent(name, n -> new Sum());
    }

    private static List<Share> busiest(Map<String, Sum> sums, int most) {
        List<Share> shares = new ArrayList<>();
        sums.forEach((name, sum) -> shares.add(sum.share(name)));
        shares.sort(Comparator.comparingInt(Share::requests).reversed().thenComparing(Share::name));
        return List.copyOf(shares.size() > most ? shares.subList(0, most) : shares);
    }
}
