package dev.hopscope.ui.editor;

import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.Source;
import dev.hopscope.proxy.ReplayRequest;
import dev.hopscope.replay.Content;
import dev.hopscope.replay.RequestUrl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Makes of a draft without flaws the request to send. Pure but for a look at the size of a file. Sends nothing. */
final class Drafting {
    private Drafting() {}

    /**
     * @param original the exchange it was made from, null for none or where it is of another session
     * @throws IOException where the file to send cannot be read; the message says why
     */
    static ReplayRequest request(Draft draft, @Nullable ExchangeId original) throws IOException {
        if (!(draft.asked() instanceof RequestUrl.Asked asked)) {
            throw new IllegalArgumentException("a draft whose URL cannot be asked");
        }
        Endpoint to = asked.origin().endpoint();
        RequestHead head = new RequestHead(draft.method(), asked.target(), HttpVersion.HTTP_1_1, draft.headers());
        return new ReplayRequest(
                new Source.Sent(original),
                head,
                to,
                asked.origin().secure(),
                content(draft),
                Headers.EMPTY,
                draft.direct());
    }

    private static ReplayRequest.@Nullable Content content(Draft draft) {
        if (draft.body().kind() == DraftBody.Kind.FILE) {
            return new OfFile(Path.of(draft.body().file()), draft.fileLength());
        }
        Content content = draft.body().content();
        return content.isEmpty() ? null : new OfMemory(content);
    }

    private record OfMemory(Content octets) implements ReplayRequest.Content {
        @Override
        public long length() {
            return octets.length();
        }

        @Override
        public ReadableByteChannel open() {
            return Channels.newChannel(new ByteArrayInputStream(octets.octets()));
        }
    }

    /** @param length when the head was made, which the engine holds it to */
    private record OfFile(Path file, long length) implements ReplayRequest.Content {
        @Override
        public ReadableByteChannel open() throws IOException {
            return Files.newByteChannel(file);
        }
    }
}
