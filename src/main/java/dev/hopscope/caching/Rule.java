package dev.hopscope.caching;

import java.util.Locale;

/** The rules a decision can rest on, each with its section and its words. Constants; any thread. The window has its own words by {@link #key}. */
public enum Rule {
    // may it be stored
    METHOD_NOT_STORED("RFC 9111 §3", "responses to this method are not stored"),
    POST_FOR_ITSELF(
            "RFC 9110 §9.3.3",
            "the answer to POST names its own target in Content-Location and says how long it is fresh"),
    POST_NOT_REUSABLE(
            "RFC 9110 §9.3.3",
            "the answer to POST lacks a Content-Location equal to the target or a lifetime of its own"),
    STATUS_NOT_FINAL("RFC 9111 §3", "only final responses are stored"),
    STATUS_NOT_UNDERSTOOD("RFC 9111 §5.2.2.3", "must-understand asks for knowledge of this status, which is not there"),
    MUST_UNDERSTAND("RFC 9111 §5.2.2.3", "must-understand lets a cache that knows the status ignore no-store"),
    PARTIAL_NOT_STORED("RFC 9111 §3.3", "of partial content only one part of a known whole is stored"),
    PARTIAL_STORED("RFC 9111 §3.3", "one part of a known whole answers requests for parts of it"),
    NO_STORE("RFC 9111 §5.2.2.5", "no-store forbids to store the response"),
    REQUEST_NO_STORE("RFC 9111 §5.2.1.5", "no-store in the request forbids to store its response"),
    PRIVATE("RFC 9111 §5.2.2.7", "private forbids a shared cache to store the response"),
    PRIVATE_FIELDS("RFC 9111 §5.2.2.7", "private names fields that a shared cache leaves out"),
    AUTHORIZATION(
            "RFC 9111 §3.5",
            "the request had Authorization, and the response does not allow a shared cache to store it"),
    AUTHORIZATION_ALLOWED(
            "RFC 9111 §3.5", "the request had Authorization, and the response allows a shared cache to store it"),
    VARY_STAR("RFC 9111 §4.1", "Vary: * can match no later request"),
    STATUS_HEURISTIC("RFC 9111 §4.2.2", "a status that may be stored without explicit lifetime"),
    PUBLIC("RFC 9111 §5.2.2.9", "public allows to store it"),
    EXPLICIT_LIFETIME("RFC 9111 §3", "the response says how long it is fresh"),
    STATUS_NEEDS_LIFETIME(
            "RFC 9111 §3", "a response of this status is stored only with public or an explicit lifetime"),
    OF_NO_USE("RFC 9111 §3", "it may be stored, but is never fresh and has nothing to validate it with"),

    // how long is it fresh
    S_MAXAGE("RFC 9111 §5.2.2.10", "s-maxage says how long a shared cache may use it"),
    MAX_AGE("RFC 9111 §5.2.2.1", "max-age says how long it is fresh"),
    EXPIRES("RFC 9111 §5.3", "Expires says until when it is fresh"),
    INVALID_LIFETIME("RFC 9111 §4.2.1", "a lifetime that cannot be read counts as over"),
    INVALID_EXPIRES("RFC 9111 §5.3", "an Expires that is no date counts as past"),
    HEURISTIC("RFC 9111 §4.2.2", "without explicit lifetime a share of the time since Last-Modified is taken"),
    NO_LIFETIME("RFC 9111 §4.2", "nothing says how long it is fresh"),

    // may it answer
    OTHER_VARIANT("RFC 9111 §4.1", "a request field named by Vary differs"),
    OTHER_PART("RFC 9111 §3.3", "only a part is stored, and the request asks for more than that"),
    REQUEST_NO_CACHE("RFC 9111 §5.2.1.4", "no-cache in the request asks for validation"),
    REQUEST_PRAGMA("RFC 9111 §5.4", "Pragma: no-cache asks for validation, as Cache-Control is absent"),
    REQUEST_BYPASS("RFC 9111 §5.2.1.5", "a request with no-store goes past the cache"),
    REQUEST_MAX_AGE("RFC 9111 §5.2.1.1", "the request takes no response older than its max-age"),
    REQUEST_MIN_FRESH("RFC 9111 §5.2.1.3", "the request wants it fresh for longer than it is"),
    REQUEST_MAX_STALE("RFC 9111 §5.2.1.2", "the request takes a stale response"),
    ONLY_IF_CACHED("RFC 9111 §5.2.1.7", "the request wants nothing from the origin, and nothing stored may answer"),
    NO_CACHE("RFC 9111 §5.2.2.4", "no-cache allows no use without validation"),
    NO_CACHE_FIELDS("RFC 9111 §5.2.2.4", "no-cache names fields that are left out of what is stored"),
    FRESH("RFC 9111 §4.2", "its age is below its lifetime"),
    STALE("RFC 9111 §4.2", "its age has reached its lifetime"),
    MUST_REVALIDATE("RFC 9111 §5.2.2.2", "must-revalidate allows no use once stale"),
    PROXY_REVALIDATE("RFC 9111 §5.2.2.8", "proxy-revalidate allows a shared cache no use once stale"),
    S_MAXAGE_REVALIDATE("RFC 9111 §5.2.2.10", "s-maxage allows a shared cache no use once stale"),
    STALE_WHILE_REVALIDATE("RFC 5861 §3", "stale-while-revalidate allows its use while it is validated"),
    STALE_IF_ERROR("RFC 5861 §4", "stale-if-error allows its use when the origin fails"),
    STALE_NOT_LONG_ENOUGH("RFC 5861 §4", "it has been stale for longer than stale-if-error allows"),
    DISCONNECTED("RFC 9111 §4.2.4", "the origin cannot be reached, and nothing forbids the use of a stale response"),
    ERROR_PASSED("RFC 9111 §4.3.3", "the origin's error is passed on, since stale-if-error does not say otherwise"),

    // validation
    VALIDATE_ETAG("RFC 9111 §4.3.1", "the stored ETag asks whether the response is still current"),
    VALIDATE_DATE("RFC 9111 §4.3.1", "the stored Last-Modified asks whether the response is still current"),
    NO_VALIDATOR("RFC 9111 §4.3.1", "the stored response has nothing to validate it with"),
    NOT_MODIFIED("RFC 9111 §4.3.4", "the 304 makes the stored response current"),
    OTHER_VALIDATOR("RFC 9111 §4.3.4", "the 304 is about another response than the one stored"),
    HEAD_FRESHENS("RFC 9111 §4.3.5", "the response to HEAD makes the stored response current"),
    HEAD_DIFFERS("RFC 9111 §4.3.5", "the response to HEAD tells that the stored one has changed"),

    // the client's own conditions
    CONDITION_MET("RFC 9111 §4.3.2", "the client's condition says that it has this response already"),

    // invalidation
    UNSAFE_METHOD("RFC 9111 §4.4", "an unsafe method succeeded, so what is stored of its target is out of date");

    private final String section;
    private final String words;

    Rule(String section, String words) {
        this.section = section;
        this.words = words;
    }

    /** {@code RFC 9111 §3.5}. */
    public String section() {
        return section;
    }

    /** One English sentence without full stop. */
    public String words() {
        return words;
    }

    /** A stable name for resource bundles and files: {@code no-store}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
