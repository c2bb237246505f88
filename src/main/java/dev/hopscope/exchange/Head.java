package dev.hopscope.exchange;

/** The start line and the field lines of a message (RFC 9112 §2.1), as on the wire. Immutable. */
public sealed interface Head permits RequestHead, ResponseHead {
    HttpVersion version();

    Headers headers();

    /** The start line as HTTP/1 writes it, without its line end. */
    String startLine();
}
