package dev.hopscope.proxy.cache;

/** What is to become of an origin's response. */
public sealed interface CacheVerdict {
    /** It goes to the client; its content is told to the cache. */
    record Pass() implements CacheVerdict {}

    /** The stored response goes to the client instead. */
    record Answer(StoredAnswer answer) implements CacheVerdict {}

    /** It answers no question of the client's: the request is forwarded again, as it came. */
    record Again() implements CacheVerdict {}
}
