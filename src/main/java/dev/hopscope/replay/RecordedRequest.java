package dev.hopscope.replay;

import dev.hopscope.exchange.Bodies;
import dev.hopscope.exchange.BodyRef;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.RequestHead;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A recorded request read back whole, or the reason why it cannot be. */
public sealed interface RecordedRequest {
    /** Larger bodies are refused: what is made of a draft is held in memory several times. */
    int MOST_OCTETS = 64 << 20;

    /** The request as the client sent it. */
    record Whole(RequestDraft draft) implements RecordedRequest {}

    /** It cannot be had, in words. */
    record Missing(String why) implements RecordedRequest {}

    /**
     * Reads the head the client sent and the whole body; blocks on the disk, any thread.
     *
     * @throws IOException where the session file cannot be read
     */
    static RecordedRequest read(Exchange exchange, Bodies bodies) throws IOException {
        if (!(exchange instanceof HttpExchange http)) {
            return new Missing("A tunnel that was not opened holds no request.");
        }
        RequestHead head = http.heads().requestReceived();
        if (head == null || http.origin() == null) {
            return new Missing("The request could not be read, so it cannot be written again.");
        }
        BodyRef body = http.requestBody();
        if (body == null && http.requestBytes() > 0) {
            return new Missing("The body has not ended yet.");
        }
        if (body != null && body.cutShort()) {
            return new Missing("Only the first " + body.recorded() + " of " + body.length()
                    + " octets of the body were recorded, so the request cannot be written whole.");
        }
        if (body != null && body.length() > MOST_OCTETS) {
            return new Missing("The body has more than " + (MOST_OCTETS >> 20) + " MiB.");
        }
        byte[] octets = body == null ? new byte[0] : all(body, bodies);
        if (body != null && octets.length < body.length()) {
            return new Missing("The session file is damaged: a part of the body is missing.");
        }
        return new Whole(new RequestDraft(
                http.origin(),
                head.method(),
                originForm(head.target()),
                head.version(),
                head.headers(),
                Content.of(octets)));
    }

    private static byte[] all(BodyRef body, Bodies bodies) throws IOException {
        try (SeekableByteChannel channel = bodies.open(body)) {
            ByteBuffer octets = ByteBuffer.allocate((int) Math.min(channel.size(), body.length()));
            while (octets.hasRemaining() && channel.read(octets) >= 0) {
                // reads on
            }
            byte[] read = new byte[octets.position()];
            octets.flip().get(read);
            return read;
        }
    }

    /** Path and query of an absolute form (RFC 9112 §3.2.2); other forms as they are. */
    static String originForm(String target) {
        int scheme = target.indexOf("://");
        if (target.startsWith("/") || scheme < 0) {
            return target;
        }
        for (int i = scheme + 3; i < target.length(); i++) {
            if (target.charAt(i) == '/') {
                return target.substring(i);
            }
            if (target.charAt(i) == '?') {
                return "/" + target.substring(i);
            }
        }
        return "/";
    }
}
