package dev.hopscope.playground;

import java.io.IOException;

/** A request the playground does not answer but with a status of its own, after which the connection ends; immutable. */
final class Refusal extends IOException {
    private static final long serialVersionUID = 1;

    private final int status;

    /** @param why a sentence for the body of the response */
    Refusal(int status, String why) {
        super(why);
        this.status = status;
    }

    int status() {
        return status;
    }

    /** What is no HTTP (RFC 9112 §2.2), or no number where one belongs. */
    static Refusal malformed(String why) {
        return new Refusal(400, why);
    }
}
