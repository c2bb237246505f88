package dev.hopscope.proxy.protocol.http1;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.HeaderChange;
import dev.hopscope.exchange.Headers;
import java.util.List;

/** The trailers that go on, made from those received (RFC 9110 §6.5.1). Immutable. Merges none into the head. */
record TrailerSection(Headers headers, List<HeaderChange> changes) {
    /** @param possible whether the other side can be given trailers at all */
    static TrailerSection of(Direction leg, Headers received, byte[] codes, boolean possible) {
        Rewrite rewrite = new Rewrite(leg, HeaderChange.Part.TRAILERS, received);
        for (int i = 0; i < received.size(); i++) {
            if (!possible) {
                rewrite.drop(Reasons.NO_TRAILERS);
            } else if (allowed(codes[i], received.name(i))) {
                rewrite.keep();
            } else {
                rewrite.drop(Reasons.FORBIDDEN_TRAILER);
            }
        }
        return new TrailerSection(rewrite.headers(), rewrite.changes());
    }

    private static boolean allowed(byte code, String name) {
        return switch (code) {
            case Field.OTHER -> true;
            case Field.END_TO_END ->
                !name.equalsIgnoreCase("authorization")
                        && !name.equalsIgnoreCase("cookie")
                        && !name.equalsIgnoreCase("set-cookie")
                        && !name.equalsIgnoreCase("content-type")
                        && !name.equalsIgnoreCase("content-encoding")
                        && !name.equalsIgnoreCase("content-range")
                        && !name.equalsIgnoreCase("cache-control");
            default -> false;
        };
    }
}
