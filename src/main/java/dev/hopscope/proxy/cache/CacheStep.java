package dev.hopscope.proxy.cache;

import dev.hopscope.exchange.Headers;

/** What is to become of a request. */
public sealed interface CacheStep {
    /** It is answered from the store, once {@link CacheUse#open} has given the content. */
    record Answer(StoredAnswer answer) implements CacheStep {}

    /** @param conditions to put in place of the client's own; none to leave the request as it is */
    record Forward(Headers conditions) implements CacheStep {}

    /** {@link CacheUse#whenReady} tells when to ask again. */
    record Wait() implements CacheStep {}

    /**
     * It may not be forwarded: 504 (RFC 9111 §5.2.1.7).
     *
     * @param why in words
     */
    record Nothing(String why) implements CacheStep {}
}
