package dev.hopscope.proxy.protocol.http1;

import dev.hopscope.proxy.cache.StoredAnswer;
import dev.hopscope.proxy.cache.StoredContent;
import dev.hopscope.proxy.tap.ExchangeTap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/**
 * Stored content on its way to the client, piece by piece, no faster than the client takes it. On the client's event loop; the files are read elsewhere. Writes
 * no head.
 */
final class StoredRelay {
    private static final int PIECE = 64 * 1024;

    private final ClientConnection client;
    private final ExchangeTap tap;
    private final StoredContent content;
    private final Runnable done;
    private final Runnable lost;
    private long at;
    private long left;
    private long lastTaken = System.nanoTime();
    private boolean reading;
    private boolean closed;

    StoredRelay(
            ClientConnection client,
            ExchangeTap tap,
            StoredContent content,
            StoredAnswer answer,
            Runnable done,
            Runnable lost) {
        this.client = client;
        this.tap = tap;
        this.content = content;
        this.at = answer.first();
        this.left = answer.length();
        this.done = done;
        this.lost = lost;
    }

    /** {@link System#nanoTime} of when the client last took something. */
    long lastTaken() {
        return lastTaken;
    }

    /** Reads on, unless it is under way, or the client or the recording is behind. */
    void goOn() {
        if (closed || reading || !client.channel().isWritable() || client.recordingIsBehind()) {
            return;
        }
        lastTaken = System.nanoTime();
        reading = true;
        int length = (int) Math.min(PIECE, left);
        content.read(at, length, client.channel().eventLoop(), this::took);
    }

    private void took(byte @Nullable [] octets) {
        reading = false;
        if (closed) {
            return;
        }
        try {
            if (octets == null) {
                lost.run();
            } else {
                give(octets);
            }
        } catch (RuntimeException e) {
            client.exceptionCaught(client.context(), e);
        }
    }

    private void give(byte[] octets) {
        ByteBuf piece = Unpooled.wrappedBuffer(octets);
        tap.responseBytes(piece, 0, octets.length);
        at += octets.length;
        left -= octets.length;
        client.context().write(piece, client.context().voidPromise());
        if (left == 0) {
            done.run();
            return;
        }
        client.context().flush();
        client.recordingMayBeBehind();
        goOn();
    }

    void close() {
        if (!closed) {
            closed = true;
            content.close();
        }
    }
}
