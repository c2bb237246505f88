package dev.hopscope.capture;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.ExchangeId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many octets of each body under way were kept. Any thread; one body one thread. A body that lost octets keeps none after them, so that what is kept is
 * always its beginning.
 */
final class KeptOctets {
    private final long maxBody;
    private final Map<Long, long[]> counts = new ConcurrentHashMap<>();

    KeptOctets(long maxBody) {
        this.maxBody = maxBody;
    }

    /** @return how many of the next {@code octets} to keep */
    int take(ExchangeId exchange, Direction direction, int octets) {
        long[] count = counts.computeIfAbsent(exchange.value(), id -> new long[2]);
        long kept = count[direction.ordinal()];
        if (kept < 0) {
            return 0;
        }
        int taken = (int) Math.min(octets, maxBody - kept);
        count[direction.ordinal()] = kept + taken;
        return taken;
    }

    /** Keeps nothing more of this body. */
    void cut(ExchangeId exchange, Direction direction) {
        long[] count = counts.computeIfAbsent(exchange.value(), id -> new long[2]);
        if (count[direction.ordinal()] >= 0) {
            count[direction.ordinal()] = ~count[direction.ordinal()];
        }
    }

    long of(ExchangeId exchange, Direction direction) {
        long[] count = counts.get(exchange.value());
        if (count == null) {
            return 0;
        }
        long kept = count[direction.ordinal()];
        return kept < 0 ? ~kept : kept;
    }

    void forget(ExchangeId exchange) {
        counts.remove(exchange.value());
    }
}
