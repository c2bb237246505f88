package dev.hopscope.inspect.cache;

/** What one cache did with a request, as its own words prove. The order is that of the table: what spared most comes first. Any thread. */
public enum CacheState {
    /** It answered from a fresh copy, asking nobody. */
    HIT,
    /** It asked whether its copy still holds, was told so, and answered with it (RFC 9111 §4.3). */
    REVALIDATED,
    /** It answered from a copy that had expired (RFC 9111 §4.2.4). */
    STALE,
    /** It answered with what another request that was under way brought (RFC 9211 §2.6). */
    COLLAPSED,
    /** It had no copy and asked on. */
    MISS,
    /** It had a copy that had expired, asked on, and got another. */
    EXPIRED,
    /** By its rules such a response is not stored. */
    DYNAMIC,
    /** It was told not to look: by a rule, the request or the response. */
    BYPASS,
    /** It answered with a failure of its own. */
    ERROR,
    /** It was on the way and does not say what it did. */
    UNKNOWN;

    /** Whether the content came from its copy. */
    public boolean answered() {
        return this == HIT || this == REVALIDATED || this == STALE || this == COLLAPSED;
    }

    /** Whether nobody behind it was asked before it answered, so that marks of those behind it are older than the request. */
    boolean askedNobody() {
        return this == HIT || this == STALE;
    }
}
