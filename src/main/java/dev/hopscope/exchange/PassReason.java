package dev.hopscope.exchange;

/**
 * Why a tunnel was passed on unopened.
 *
 * @param detail what decided: the pattern, the protocol recognised; empty where the code says all
 */
public record PassReason(Code code, String detail) {
    /** The kinds of reason. */
    public enum Code {
        INTERCEPTION_OFF,
        IGNORED_HOST,
        NOT_AN_ALLOWED_HOST,
        /** The bytes are of no protocol that Hopscope opens. */
        UNKNOWN_PROTOCOL,
        /** The client was silent past the deadline for recognising its protocol. */
        SERVER_SPEAKS_FIRST,
        /** The client sent nothing before the tunnel closed. */
        NOTHING_SENT,
        /** In its TLS greeting the client offers (ALPN, RFC 7301) none of the protocols that Hopscope opens; the detail names what it offers. */
        OTHER_PROTOCOL_OFFERED
    }
}
