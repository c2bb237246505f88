package dev.hopscope.exchange;

/** The moments of an exchange that are timed, client leg and origin leg, in their usual order. */
public enum Mark {
    /** The client's connection was accepted; only for the first exchange on it. */
    CLIENT_ACCEPTED,
    CLIENT_TLS_START,
    CLIENT_TLS_END,
    /** First octet of the request, or of the CONNECT: time zero. */
    REQUEST_FIRST_BYTE,
    REQUEST_HEAD,
    REQUEST_END,
    DNS_START,
    DNS_END,
    CONNECT_START,
    CONNECT_END,
    /** CONNECT to the upstream proxy. */
    PROXY_START,
    PROXY_END,
    TLS_START,
    TLS_END,
    /** The request head was handed to the origin's socket. */
    FORWARD_HEAD,
    FORWARD_END,
    RESPONSE_FIRST_BYTE,
    RESPONSE_HEAD,
    RESPONSE_END,
    RETURN_HEAD,
    /** The last octet was handed to the client's socket. */
    RETURN_END
}
