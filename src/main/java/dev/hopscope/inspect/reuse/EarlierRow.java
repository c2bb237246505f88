package dev.hopscope.inspect.reuse;

import dev.hopscope.exchange.ExchangeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An earlier row of the same URL, and whether its response could have answered. Immutable.
 *
 * @param shared for a cache that all clients share
 * @param client for a cache of the client's own; null where another client asked
 */
public record EarlierRow(
        ExchangeId id,
        Instant asked,
        int status,
        Judged shared,
        @Nullable Judged client) {
    /** What could have been done with it. */
    public enum Answer {
        /** It could have answered. */
        COULD,
        /** The origin could have been asked whether it is current, and need not have sent it again. */
        COULD_ASK,
        NO
    }

    public record Judged(Answer answer, Why why) {}

    /** The better of the two. */
    public Judged best() {
        return client != null && client.answer().compareTo(shared.answer()) < 0 ? client : shared;
    }

    /** Whether both kinds of cache say the same, or only one is asked. */
    public boolean agreed() {
        return client == null || client.equals(shared);
    }
}
