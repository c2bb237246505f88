package dev.hopscope.inspect.meaning;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Head;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.Heads;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.Origin;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.exchange.TunnelExchange;
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
    /**
     * Where the lines of an exchange stand.
     *
     * @param received true for what came in (request received, response received), false for what went out; where a head of that hop is not known, the other's
     */
    public static Setting of(HttpExchange x, Direction direction, boolean received) {
        Heads heads = x.heads();
        return new Setting(
                direction,
                either(heads.requestReceived(), heads.requestForwarded(), received),
                either(heads.responseReceived(), heads.responseReturned(), received),
                x.origin(),
                x.started());
    }

    /** The same of a tunnel: CONNECT and its answer. */
    public static Setting of(TunnelExchange x, Direction direction, boolean received) {
        Heads heads = x.heads();
        return new Setting(
                direction,
                either(heads.requestReceived(), heads.requestForwarded(), received),
                either(heads.responseReceived(), heads.responseReturned(), received),
                null,
                x.started());
    }

    private static <T> @Nullable T either(@Nullable T in, @Nullable T out, boolean received) {
        T first = received ? in : out;
        return first != null ? first : received ? out : in;
    }

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
