package dev.hopscope.inspect.cache;

/** What a cache tells beside its state, in its own words. Immutable, any thread. */
public record Fact(Kind kind, String value) {
    /** What is told; the words for it are in the resource bundle. */
    public enum Kind {
        /** How often the copy was used on this cache. */
        HITS,
        /** Seconds since the copy left the origin or was checked there. */
        AGE,
        /** Seconds the copy is fresh from now on; below zero: since when it is not. */
        TTL,
        /** How long it is kept by the cache's rules. */
        LIFETIME,
        /** What the copy is filed under. */
        KEY,
        /** Whether the response was stored. */
        STORED,
        /** Why the request went on. */
        FORWARDED,
        /** The status that came back when it went on. */
        FORWARD_STATUS,
        /** Whether the response may be stored. */
        CACHEABLE,
        /** What a look for a copy gave, before the request was decided. */
        LOOKUP,
        /** Anything more, as the cache says it. */
        DETAIL
    }
}
