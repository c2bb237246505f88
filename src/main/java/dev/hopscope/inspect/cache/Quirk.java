package dev.hopscope.inspect.cache;

/** Where a vendor's word misleads or says less than it seems. Each has its words in the resource bundle, {@code cache.quirk.} and its name in lower case. Any thread. */
public enum Quirk {
    /** The mark was stored together with the copy in front of it, and says nothing of this request. */
    REPEATED,
    /** The field breaks RFC 9651 and was read as it seems meant. */
    MALFORMED,
    /** RFC 9211 §2.2: hit and fwd exclude each other; both are there. */
    HIT_AND_FORWARDED,
    /** Squid says hit also where the origin was asked and confirmed the copy. */
    SQUID_REVALIDATION_IS_HIT,
    /** There was a copy and yet the request went on: it had expired, or the client would not have it. */
    SQUID_COPY_NOT_USED,
    /** Fastly says MISS also for what it passes on without looking. */
    FASTLY_PASS_IS_MISS,
    /** Fastly says HIT also for stale copies and for answers it makes itself. */
    FASTLY_HIT_IS_WIDE,
    /** Fastly says HIT, with no copy used: it made the answer itself. */
    FASTLY_SYNTHETIC,
    /** UPDATING: an expired copy, while a new one is fetched. */
    UPDATING_IS_STALE,
    /** Cloudflare's DYNAMIC: the type is not stored unless a rule says so. */
    CLOUDFLARE_DYNAMIC,
    /** Cloudflare's NONE: it answered itself, or a Worker or a redirect did. */
    CLOUDFLARE_NONE,
    /** CloudFront's RefreshHit: the origin was asked and confirmed the copy. */
    CLOUDFRONT_REFRESH,
    /** CloudFront says Error for errors of the origin too, and stores them. */
    CLOUDFRONT_ERROR,
    /** The answer was made by code at the edge; no copy was used. */
    EDGE_CODE,
    /** Akamai asked the origin, which confirmed the copy. */
    AKAMAI_REFRESH_HIT,
    /** Akamai could not reach the origin and used an expired copy. */
    AKAMAI_REFRESH_FAIL,
    /** Akamai's copy is of an error, which it stores too. */
    AKAMAI_NEGATIVE,
    /** Azure's TCP_REMOTE_HIT: not this edge, another of its caches had the copy. */
    AZURE_REMOTE,
    /** Google says nothing but the age: without it the response came from behind. */
    GOOGLE_AGE_ONLY,
    /** Vercel's PRERENDER: made when the site was deployed. */
    VERCEL_PRERENDER,
    /** Two numbers: the second is the request that brought the copy. */
    VARNISH_TWO_IDS,
    /** One number: fetched for this request, and Varnish does not tell a miss from a pass. */
    VARNISH_ONE_ID,
    /** The field and its word are written by the site's own configuration. */
    SITE_CONFIGURED,
    /** Traffic Server had an expired copy and asked the origin about it. */
    TRAFFIC_SERVER_STALE,
    /** Wikimedia's int: the answer was made at the edge. */
    WIKIMEDIA_INTERNAL,
    /** Batcache prints its header on pages it may store, hit or not. */
    BATCACHE_ALWAYS,
    /** Tencent says Hit From Upstream where the node had nothing and asked on. */
    TENCENT_UPSTREAM,
    /** A stored answer for one visitor. */
    PRIVATE_COPY,
    /** A grace period: the copy had expired. */
    GRACE,
    /** RFC 9111 §5.1: the age proves a copy, not whose. */
    AGE_ONLY,
    /** An age of 0: just fetched, just confirmed, or written by a proxy that always writes it. */
    AGE_ZERO,
    /** RFC 9111 §5.5: the field is obsolete and may be older than this request. */
    WARNING_OBSOLETE,
    /** A cache stands on the way and says nothing else. */
    VIA_ONLY,
    /** The client asked whether its copy still holds, and it does. */
    CLIENT_COPY_HOLDS,
    /** The client asked whether its copy still holds, and got a new one. */
    CLIENT_COPY_REPLACED,
    /** 304 without a conditional request: nothing can be confirmed. */
    NOT_ASKED
}
