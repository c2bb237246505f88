package dev.hopscope.proxy;

import dev.hopscope.exchange.Headers;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the cache of a proxy holds, to be looked at and dropped. Any thread; no call waits for a file. Stores nothing. */
public interface CacheContents {
    /** Of a proxy that never has a cache. */
    CacheContents NONE = new CacheContents() {
        @Override
        public Snapshot snapshot() {
            return Snapshot.OFF;
        }

        @Override
        public int drop(Collection<Long> ids) {
            return 0;
        }
    };

    /** How the cache stands. */
    enum State {
        OFF,
        /** It reads what an earlier run left. */
        OPENING,
        ON,
        /** It could not be opened. */
        BROKEN
    }

    /**
     * The cache at one moment.
     *
     * @param problem why it is broken; null unless it is
     * @param responses least recently used first
     * @param octets they take on disk
     * @param most octets they may take
     */
    record Snapshot(State state, @Nullable String problem, List<Response> responses, long octets, long most) {
        static final Snapshot OFF = new Snapshot(State.OFF, null, List.of(), 0, 0);

        public Snapshot {
            responses = List.copyOf(responses);
        }
    }

    /**
     * One stored response.
     *
     * @param id names it while the cache is on
     * @param scope for whom it is besides its URL, in words of the cache; empty for all
     * @param octets of its content
     * @param type its Content-Type; empty where it has none
     * @param selecting the request lines that Vary names; empty where it is for all
     * @param made when its age was zero (RFC 9111 §4.2.3)
     * @param lifetime seconds it is fresh from then on
     * @param asksAlways whether it must be asked about before each use (RFC 9111 §5.2.2.4)
     * @param validates whether it can be asked about (RFC 9111 §4.3.1)
     * @param used when it answered last, or was stored
     * @param hits how often it answered since the cache was turned on
     */
    record Response(
            long id,
            String url,
            String scope,
            int status,
            long octets,
            String type,
            Headers selecting,
            Instant made,
            long lifetime,
            boolean asksAlways,
            boolean validates,
            Instant used,
            long hits) {
        /** When it stops to be fresh. */
        public Instant freshUntil() {
            return made.plusSeconds(lifetime);
        }
    }

    Snapshot snapshot();

    /**
     * Removes stored responses; what is being sent to a client goes on.
     *
     * @param ids of responses; those that are gone already are passed over
     * @return how many were removed
     */
    int drop(Collection<Long> ids);
}
