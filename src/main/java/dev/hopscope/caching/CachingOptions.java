package dev.hopscope.caching;

import java.time.Duration;
import java.util.List;

/**
 * What RFC 9111 leaves to a cache. Immutable.
 *
 * @param shared whether several users are answered from it (RFC 9111 §1)
 * @param heuristicPercent of the time since the last modification that a response without explicit lifetime stays fresh (RFC 9111 §4.2.2)
 * @param heuristicMost the longest such lifetime
 * @param targets fields that go before Cache-Control, such as CDN-Cache-Control, the first that is there (RFC 9213 §2.2)
 */
public record CachingOptions(boolean shared, int heuristicPercent, Duration heuristicMost, List<String> targets) {
    public static final CachingOptions SHARED = new CachingOptions(true, 10, Duration.ofDays(1), List.of());
    public static final CachingOptions PRIVATE = new CachingOptions(false, 10, Duration.ofDays(1), List.of());

    public CachingOptions {
        targets = List.copyOf(targets);
    }

    public CachingOptions withTargets(List<String> fields) {
        return new CachingOptions(shared, heuristicPercent, heuristicMost, fields);
    }
}
