package dev.hopscope.replay;

/** Why a row cannot be sent again. */
public enum Obstacle {
    /** Its row is shown, and the session has it no more. */
    MISSING,
    /** Its bytes passed unread, or it is the CONNECT itself. */
    TUNNEL,
    /** A client refused our certificate: there was no request. */
    HANDSHAKE,
    /** What was received is no request Hopscope passes on. */
    UNREADABLE,
    /** The connection went on in another protocol (RFC 9110 §7.8). */
    UPGRADED,
    /** The client broke off, or is still sending. */
    REQUEST_NOT_WHOLE,
    /** The body was longer than what is recorded of one. */
    BODY_CUT_SHORT,
    /** The session file gives fewer octets than it should. */
    BODY_DAMAGED,
    /** The response has neither ETag nor Last-Modified to ask by. */
    NO_VALIDATOR
}
