package dev.hopscope.inspect.compare;

import dev.hopscope.exchange.Bodies;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.FailedHandshake;
import dev.hopscope.exchange.Head;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.exchange.TunnelExchange;
import dev.hopscope.inspect.diff.Message;
import org.jspecify.annotations.Nullable;

/**
 * One of the two exchanges, as its client saw it: the request as it came in, the response as it went back. Immutable, any thread.
 *
 * @param bodies opens what it refers to
 */
public record Subject(Exchange exchange, Bodies bodies) {
    @Nullable
    RequestHead request() {
        return switch (exchange) {
            case HttpExchange x ->
                x.heads().requestReceived() != null
                        ? x.heads().requestReceived()
                        : x.heads().requestForwarded();
            case TunnelExchange x -> x.heads().requestReceived();
            case FailedHandshake x -> null;
        };
    }

    @Nullable
    ResponseHead response() {
        return switch (exchange) {
            case HttpExchange x -> x.heads().response();
            case TunnelExchange x -> x.heads().response();
            case FailedHandshake x -> null;
        };
    }

    Message requestMessage() {
        return new Message(
                request(), exchange instanceof HttpExchange x ? x.trailers().requestReceived() : Headers.EMPTY);
    }

    Message responseMessage() {
        return new Message(
                response(),
                !(exchange instanceof HttpExchange x)
                        ? Headers.EMPTY
                        : x.heads().responseReturned() != null
                                ? x.trailers().responseReturned()
                                : x.trailers().responseReceived());
    }

    /** {@code scheme://host:port}, or the target of a tunnel; empty where none is known. */
    String origin() {
        return switch (exchange) {
            case HttpExchange x -> x.origin() == null ? "" : x.origin().toString();
            case TunnelExchange x -> x.target().toString();
            case FailedHandshake x -> x.target().toString();
        };
    }

    /** The target without scheme and authority. */
    String target() {
        RequestHead head = request();
        if (head == null || exchange instanceof TunnelExchange) {
            return "";
        }
        String target = head.target();
        int scheme = target.indexOf("://");
        int slash = scheme < 0 || target.startsWith("/") ? 0 : target.indexOf('/', scheme + 3);
        int question = target.indexOf('?');
        return slash >= 0 ? target.substring(slash) : question < 0 ? "/" : target.substring(question);
    }

    /** The target up to its query. */
    String path() {
        String target = target();
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }

    /** What follows the question mark; empty where nothing does. */
    String query() {
        String target = target();
        int question = target.indexOf('?');
        return question < 0 ? "" : target.substring(question + 1);
    }

    static Headers headers(@Nullable Head head) {
        return head == null ? Headers.EMPTY : head.headers();
    }
}
