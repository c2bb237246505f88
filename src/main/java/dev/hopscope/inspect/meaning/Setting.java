package dev.hopscope.inspect.meaning;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Head;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.Origin;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a value stands: what else is known when it is taken apart. Immutable, any thread. Reads no clock: {@code at} is the time of the exchange.
 *
 * @param direction of the message the value stands in
 * @param request of the exchange, on the same hop; null where none is known
 * @param response of the exchange, on the same hop; null where none is known
 * @param origin whom the request is for; null where that is not known
 * @param at when the exchange began
 */
public record Setting(
        Direction direction,
        @Nullable RequestHead request,
        @Nullable ResponseHead response,
        @Nullable Origin origin,
        Instant at) {
    /** The fields of the message the value stands in. */
    public Headers headers() {
        Head head = switch (direction) {
            case REQUEST -> request;
            case RESPONSE -> response;
        };
        return head == null ? Headers.EMPTY : head.headers();
    }

    public Headers requestHeaders() {
        return request == null ? Headers.EMPTY : request.headers();
    }

    public Headers responseHeaders() {
        return response == null ? Headers.EMPTY : response.headers();
    }

    /** Whether the client speaks https to the origin; false also where that is not known. */
    public boolean secure() {
        return origin != null && origin.secure();
    }
}
