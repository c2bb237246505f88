package dev.hopscope.exchange;

/** What was being done when an exchange failed. */
public enum Phase {
    /** Reading the request from the client. */
    REQUEST,
    DNS,
    CONNECT,
    /** Asking the upstream proxy for a tunnel. */
    UPSTREAM_PROXY,
    /** The TLS handshake with the origin. */
    TLS,
    /** The TLS handshake with the client. */
    CLIENT_TLS,
    /** Sending the request on. */
    FORWARD,
    /** Waiting for the head of the response. */
    WAIT,
    /** Reading the response. */
    RESPONSE,
    /** Giving the response to the client. */
    RETURN
}
