package dev.hopscope.proxy;

import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.RequestHead;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A recorded request to be sent again, as a client would send it to Hopscope. Immutable, any thread. Sends nothing.
 *
 * @param original the exchange it replays
 * @param head as the client sent it, in HTTP/1; its framing fields tell how the content is framed
 * @param inside whom everything on the connection is for, as inside of a tunnel; null where the head says it, as on a plain connection to a proxy
 * @param secure whether it is sent in TLS; only with {@code inside}
 * @param content null where it has none
 * @param trailers those after chunked content
 */
public record ReplayRequest(
        ExchangeId original,
        RequestHead head,
        @Nullable Endpoint inside,
        boolean secure,
        @Nullable Content content,
        Headers trailers) {
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
     */
    public record UnderWay(CompletionStage<Optional<ExchangeId>> begun, CompletionStage<@Nullable Void> over) {}
}
