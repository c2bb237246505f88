package dev.hopscope.proxy.protocol.http1;

import dev.hopscope.exchange.ChangeReason;

/** The reasons this protocol has for its changes, made once. Constants; any thread. */
final class Reasons {
    static final ChangeReason HOP_BY_HOP = new ChangeReason.HopByHop(null);
    static final ChangeReason OWN_CONNECTION = new ChangeReason.OwnConnection();
    static final ChangeReason VIA = new ChangeReason.ViaAdded();
    static final ChangeReason TARGET_FORM = new ChangeReason.TargetForm();
    static final ChangeReason HOST_FROM_TARGET = new ChangeReason.HostFromTarget();
    static final ChangeReason PROXY_CONNECTION = new ChangeReason.ProxyConnection();
    static final ChangeReason CREDENTIALS = new ChangeReason.CredentialsConsumed();
    static final ChangeReason UPSTREAM_CREDENTIALS = new ChangeReason.UpstreamCredentials();
    static final ChangeReason VERSION = new ChangeReason.VersionOfHop();
    static final ChangeReason LOCAL_ALIAS = new ChangeReason.LocalAlias();
    static final ChangeReason DECHUNKED = new ChangeReason.Framing("an HTTP/1.0 client cannot read chunked content");
    static final ChangeReason NO_TRAILERS =
            new ChangeReason.Framing("trailers cannot follow content that ends with the connection");
    static final ChangeReason NO_CONTENT =
            new ChangeReason.Framing("a response of this status has no content, so nothing may announce some");
    static final ChangeReason FORBIDDEN_TRAILER = new ChangeReason.Sanitised(
            "a field of framing, routing or credentials may not stand in a trailer section", "RFC 9110 §6.5.1");
    static final ChangeReason MAX_FORWARDS =
            new ChangeReason.Sanitised("each forwarder takes one off Max-Forwards", "RFC 9110 §7.6.2");
    static final ChangeReason EXPECT_IN_HTTP10 =
            new ChangeReason.Sanitised("an HTTP/1.0 client cannot expect 100 Continue", "RFC 9110 §10.1.1");
    static final ChangeReason H2C =
            new ChangeReason.Sanitised("Hopscope does not pass on an upgrade to HTTP/2 in the clear", "RFC 9113 §3.1");
    static final ChangeReason PROXY_AUTHENTICATE = new ChangeReason.Sanitised(
            "an origin may not ask for credentials in the name of a proxy", "RFC 9110 §11.7.1");
    static final ChangeReason CACHE_STATUS = new ChangeReason.Cache("Hopscope says what its cache did", "RFC 9211 §2");
    static final ChangeReason X_CACHE =
            new ChangeReason.Cache("whether the cache answered, for tools that do not read Cache-Status", "");
    static final ChangeReason AGE =
            new ChangeReason.Cache("a cache says how old what it answers with is", "RFC 9111 §5.1");
    static final ChangeReason STORED_LENGTH =
            new ChangeReason.Cache("the length of what is sent of the stored response", "RFC 9110 §8.6");
    static final ChangeReason STORED_RANGE =
            new ChangeReason.Cache("the part asked for is taken from the stored response", "RFC 9111 §3.3");
    static final ChangeReason CONDITION =
            new ChangeReason.Cache("the cache asks whether the response it stored is still current", "RFC 9111 §4.3.1");
    static final ChangeReason OWN_CONDITION = new ChangeReason.Cache(
            "the cache asks about the response it stored, and answers the client's condition itself",
            "RFC 9111 §4.3.2");
    static final ChangeReason NOT_MODIFIED = new ChangeReason.Cache(
            "the origin says that the stored response is still current, so that one answers", "RFC 9111 §4.3.4");
    static final ChangeReason INSTEAD_OF_ERROR =
            new ChangeReason.Cache("a stored response answers in place of the origin's error", "RFC 5861 §4");

    private Reasons() {}
}
