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

    private Reasons() {}
}
