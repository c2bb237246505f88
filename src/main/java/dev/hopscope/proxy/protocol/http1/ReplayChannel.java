package dev.hopscope.proxy.protocol.http1;

import dev.hopscope.exchange.RequestHead;
import dev.hopscope.proxy.ReplayRequest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.AbstractChannel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelMetadata;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultChannelConfig;
import io.netty.channel.EventLoop;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A client's connection in memory: what is read from it is a recorded request, no faster than it is asked for, and what is written to it is thrown away, having
 * been recorded before. On its event loop, but for the file of the content. Knows nothing of the exchange.
 */
final class ReplayChannel extends AbstractChannel {
    private static final ChannelMetadata METADATA = new ChannelMetadata(false);
    private static final SocketAddress ADDRESS = InetSocketAddress.createUnresolved("127.0.0.1", 0);
    private static final int PIECE = 64 * 1024;

    /** What is to be read next. */
    private enum Step {
        HEAD,
        CONTENT,
        NOTHING
    }

    private final ReplayRequest request;
    private final Executor files;
    private final Consumer<IOException> unreadable;
    private final ChannelConfig config = new DefaultChannelConfig(this);
    private final boolean chunked;
    private Step step = Step.HEAD;
    private boolean asked;
    private volatile boolean open = true;
    /** Used on threads of the files, one after another. */
    private @Nullable ReadableByteChannel content;
    /** Octets of the content read so far, by those threads. */
    private long given;

    /** @param unreadable is told, before the end, why the content could not be read */
    ReplayChannel(ReplayRequest request, Executor files, Consumer<IOException> unreadable) {
        super(null);
        this.request = request;
        this.files = files;
        this.unreadable = unreadable;
        this.chunked = request.head().headers().has("Transfer-Encoding");
    }

    @Override
    protected void doBeginRead() {
        if (asked) {
            return;
        }
        switch (step) {
            case HEAD -> {
                asked = true;
                step = request.content() != null || chunked ? Step.CONTENT : Step.NOTHING;
                eventLoop().execute(() -> give(head(request.head())));
            }
            case CONTENT -> {
                asked = true;
                files.execute(this::readContent);
            }
            case NOTHING -> {}
        }
    }

    private static ByteBuf head(RequestHead head) {
        StringBuilder text = new StringBuilder(512).append(head.startLine()).append("\r\n");
        head.headers()
                .forEach(h ->
                        text.append(h.name()).append(": ").append(h.value()).append("\r\n"));
        return Unpooled.wrappedBuffer(text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private void give(ByteBuf octets) {
        asked = false;
        if (!open) {
            octets.release();
            closeContent();
            return;
        }
        pipeline().fireChannelRead(octets);
        pipeline().fireChannelReadComplete();
    }

    /** Reads the next piece of content, on a thread of the files. */
    private void readContent() {
        try {
            ByteBuf piece = piece();
            boolean last = piece == null;
            ByteBuf octets = piece == null
                    ? chunked ? HeadWriter.lastChunk(alloc(), request.trailers()) : Unpooled.EMPTY_BUFFER
                    : piece;
            eventLoop().execute(() -> {
                if (last) {
                    step = Step.NOTHING;
                    closeContent();
                }
                give(octets);
            });
        } catch (IOException e) {
            eventLoop().execute(() -> {
                asked = false;
                unreadable.accept(e);
                unsafe().close(voidPromise());
            });
        }
    }

    private @Nullable ByteBuf piece() throws IOException {
        ReplayRequest.Content wanted = request.content();
        if (wanted == null) {
            return null;
        }
        ReadableByteChannel from = content;
        if (from == null) {
            from = wanted.open();
            content = from;
        }
        ByteBuffer octets = ByteBuffer.allocate(PIECE);
        int got = 0;
        while (octets.hasRemaining() && got >= 0) {
            got = from.read(octets);
        }
        octets.flip();
        given += octets.remaining();
        if (got < 0 && given != wanted.length()) {
            throw new EOFException("of the " + wanted.length() + " bytes of the content only " + given + " were found");
        }
        if (!octets.hasRemaining()) {
            return null;
        }
        ByteBuf plain = Unpooled.wrappedBuffer(octets);
        return chunked
                ? Unpooled.wrappedBuffer(
                        HeadWriter.chunkHead(alloc(), plain.readableBytes()),
                        plain,
                        Unpooled.wrappedBuffer(new byte[] {'\r', '\n'}))
                : plain;
    }

    private void closeContent() {
        files.execute(() -> {
            ReadableByteChannel known = content;
            content = null;
            if (known != null) {
                try {
                    known.close();
                } catch (IOException e) {
                    System.getLogger(ReplayChannel.class.getName())
                            .log(System.Logger.Level.WARNING, "a recorded body could not be closed", e);
                }
            }
        });
    }

    @Override
    protected void doWrite(ChannelOutboundBuffer written) {
        while (written.current() != null) {
            written.remove();
        }
    }

    @Override
    protected void doClose() {
        open = false;
        if (!asked) {
            closeContent();
        }
    }

    @Override
    protected AbstractUnsafe newUnsafe() {
        return new AbstractUnsafe() {
            @Override
            public void connect(SocketAddress remote, SocketAddress local, ChannelPromise promise) {
                promise.setFailure(new UnsupportedOperationException("it leads nowhere"));
            }
        };
    }

    @Override
    protected boolean isCompatible(EventLoop loop) {
        return true;
    }

    @Override
    protected SocketAddress localAddress0() {
        return ADDRESS;
    }

    @Override
    protected SocketAddress remoteAddress0() {
        return ADDRESS;
    }

    @Override
    protected void doBind(SocketAddress local) {
        throw new UnsupportedOperationException("it has no address");
    }

    @Override
    protected void doDisconnect() {
        doClose();
    }

    @Override
    public ChannelConfig config() {
        return config;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public boolean isActive() {
        return open;
    }

    @Override
    public ChannelMetadata metadata() {
        return METADATA;
    }
}
