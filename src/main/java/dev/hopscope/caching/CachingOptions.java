package dev.hopscope.caching;

import java.time.Duration;

/**
 * What RFC 9111 leaves to a cache. Immutable.
 *
 * @param shared whether several users are answered from it (RFC 9111 §1)
 * @param heuristicPercent of the time since the last modification that a response without explicit lifetime stays fresh (RFC 9111 §4.2.2)
 * @param heuristicMost the longest such lifetime
 */
public record CachingOptions(boolean shared, int heuristicPercent, Duration heuristicMost) {
    public static final CachingOptions SHARED = new CachingOptions(true, 10, Duration.ofDays(1));
    public static final CachingOptions PRIVATE = new CachingOptions(false, 10, Duration.ofDays(1));
}
