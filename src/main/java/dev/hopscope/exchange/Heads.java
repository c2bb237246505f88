package dev.hopscope.exchange;

import org.jspecify.annotations.Nullable;

/** The four heads of an exchange, each null until it passed. Immutable. */
public record Heads(
        @Nullable RequestHead requestReceived,
        @Nullable RequestHead requestForwarded,
        @Nullable ResponseHead responseReceived,
        @Nullable ResponseHead responseReturned) {
    public static final Heads NONE = new Heads(null, null, null, null);

    public Heads withRequestReceived(RequestHead head) {
        return new Heads(head, requestForwarded, responseReceived, responseReturned);
    }

    public Heads withRequestForwarded(RequestHead head) {
        return new Heads(requestReceived, head, responseReceived, responseReturned);
    }

    public Heads withResponseReceived(ResponseHead head) {
        return new Heads(requestReceived, requestForwarded, head, responseReturned);
    }

    public Heads withResponseReturned(ResponseHead head) {
        return new Heads(requestReceived, requestForwarded, responseReceived, head);
    }

    /** What the client got, else what the origin sent, else null. */
    public @Nullable ResponseHead response() {
        return responseReturned != null ? responseReturned : responseReceived;
    }
}
