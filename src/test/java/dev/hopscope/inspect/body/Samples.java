package dev.hopscope.inspect.body;

import dev.hopscope.exchange.BodyRef;
import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.Headers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Makes samples for tests of views. */
final class Samples {
    private Samples() {}

    static BodySample text(String type, String text) {
        return bytes(type, text.getBytes(StandardCharsets.UTF_8));
    }

    static BodySample bytes(String type, byte[] bytes) {
        return read(bytes, bytes.length, 0, type.isEmpty() ? Headers.EMPTY : Headers.of("Content-Type", type));
    }

    /** @param limit decoded bytes wanted, 0 for the usual first part */
    static BodySample read(byte[] recorded, long length, int limit, Headers headers) {
        BodyRef ref = new BodyRef(new ExchangeId(1), Direction.RESPONSE, length, recorded.length);
        try {
            return BodySample.read(ByteSource.of(recorded), ref, headers, "", limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The view of this name. */
    static BodyView view(String id) {
        return BodyViews.ALL.stream().filter(v -> v.id().equals(id)).findFirst().orElseThrow();
    }

    static BodyRendering.Text asText(String view, BodySample sample) {
        return (BodyRendering.Text) view(view).render(sample);
    }
}
