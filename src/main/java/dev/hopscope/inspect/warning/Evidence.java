package dev.hopscope.inspect.warning;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Head;
import dev.hopscope.exchange.Header;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.inspect.meaning.Setting;
import org.jspecify.annotations.Nullable;

/**
 * What the checks look at: the request as the client sent it, the response as the origin sent it. Immutable, any thread.
 *
 * @param body the response's body as far as it was looked at; null where it was not, or there is none
 * @param requestBody the same of the request's
 */
public record Evidence(
        HttpExchange exchange,
        @Nullable BodyLook body,
        @Nullable BodyLook requestBody) {
    public @Nullable RequestHead request() {
        return exchange.heads().requestReceived();
    }

    /** The origin's response; null where none came, also where Hopscope answered itself. */
    public @Nullable ResponseHead response() {
        return exchange.heads().responseReceived();
    }

    public Headers requestHeaders() {
        return headers(request());
    }

    public Headers responseHeaders() {
        return headers(response());
    }

    public Setting setting(Direction direction) {
        return Setting.of(exchange, direction, true);
    }

    /** Whether a comma-separated field of the message has this member, case ignored. */
    static boolean lists(Headers headers, String name, String member) {
        for (Header line : headers) {
            if (line.is(name)) {
                for (String one : line.value().split(",", -1)) {
                    if (one.strip().equalsIgnoreCase(member)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static Headers headers(@Nullable Head head) {
        return head == null ? Headers.EMPTY : head.headers();
    }
}
