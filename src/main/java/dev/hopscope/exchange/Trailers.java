package dev.hopscope.exchange;

/** The trailer sections of an exchange at the four hops (RFC 9110 §6.5). Immutable. */
public record Trailers(
        Headers requestReceived, Headers requestForwarded, Headers responseReceived, Headers responseReturned) {
    public static final Trailers NONE = new Trailers(Headers.EMPTY, Headers.EMPTY, Headers.EMPTY, Headers.EMPTY);

    public Trailers withRequest(Headers received, Headers forwarded) {
        return new Trailers(received, forwarded, responseReceived, responseReturned);
    }

    public Trailers withResponse(Headers received, Headers returned) {
        return new Trailers(requestReceived, requestForwarded, received, returned);
    }
}
