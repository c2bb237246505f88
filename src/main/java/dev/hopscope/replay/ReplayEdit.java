package dev.hopscope.replay;

/** What is changed of a request before it is sent again. */
public enum ReplayEdit {
    /** Nothing: it goes as it was received. */
    NONE,
    /** Without conditions, and past caches: no If- fields, and {@code Cache-Control: no-cache} (RFC 9111 §5.2.1.4). */
    UNCONDITIONAL,
    /** Asks whether the response recorded is still current, by its ETag and Last-Modified (RFC 9110 §13.1). */
    CONDITIONAL
}
