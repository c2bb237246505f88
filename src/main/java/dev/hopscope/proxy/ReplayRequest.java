package dev.hopscope.proxy;

import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.Source;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A request for Hopscope itself to send, as a client would send it to Hopscope: a recorded one again, or one that was written. Immutable, any thread. Sends
 * nothing.
 *
 * @param source what its row says of where it comes from
 * @param head as the client sent it, in HTTP/1; its framing fields tell how the content is framed
 * @param inside whom everything on the connection is for, as inside of a tunnel; null where the head says it, as on a plain connection to a proxy
 * @param secure whether it is sent in TLS; only with {@code inside}
 * @param content null where it has none
 * @param trailers those after chunked content
 * @param direct whether it goes past the upstream proxy, where there is one
 */
public record ReplayRequest(
        Source source,
        RequestHead head,
        @Nullable Endpoint inside,
        boolean secure,
        @Nullable Content content,
        Headers trailers,
        boolean direct) {
    /** A replay that takes the way of any request. */
    public ReplayRequest(
            ExchangeId original,
            RequestHead head,
            @Nullable Endpoint inside,
            boolean secure,
            @Nullable Content content,
            Headers trailers) {
        this(new Source.Replayed(original), head, inside, secure, content, trailers, false);
    }

    public ReplayRequest withHead(RequestHead other) {
        return new ReplayRequest(source, other, inside, secure, content, trailers, direct);
    }

    public ReplayRequest withDirect(boolean past) {
        return new ReplayRequest(source, head, inside, secure, content, trailers, past);
    }

    /** What it was made from, null if nothing. */
    public @Nullable ExchangeId original() {
        return switch (source) {
            case Source.Replayed r -> r.original();
            case Source.Sent s -> s.original();
            case Source.Validated v -> v.original();
            case Source.Captured c -> null;
            case Source.Imported i -> null;
        };
    }

    /** Content to send, read on a thread that may block. */
    public interface Content {
        /** Octets, transfer coding removed. */
        long length();

        /** @throws IOException where it cannot be read; the message says why */
        ReadableByteChannel open() throws IOException;
    }

    /**
     * A replay on its way.
     *
     * @param begun the row it got, empty where recording is off or nothing could be sent; on an event loop
     * @param over done when the exchange ended, exceptionally where the content could not be read; on an event loop
     * @param cancel ends the exchange, whose row then says so; any thread; does nothing once it is over
     */
    public record UnderWay(
            CompletionStage<Optional<ExchangeId>> begun, CompletionStage<@Nullable Void> over, Runnable cancel) {}
}
