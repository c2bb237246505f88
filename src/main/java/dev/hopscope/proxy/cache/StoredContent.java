package dev.hopscope.proxy.cache;

import java.nio.channels.FileChannel;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The content of one stored response, open for reading; it stays readable although the response is removed meanwhile. On one event loop; reads elsewhere. */
public final class StoredContent implements AutoCloseable {
    private final Store store;
    private final FileChannel file;

    StoredContent(Store store, FileChannel file) {
        this.store = store;
        this.file = file;
    }

    /**
     * Reads exactly these octets.
     *
     * @param taker gets them on {@code loop}; null where they cannot be read
     */
    public void read(long at, int length, Executor loop, Consumer<byte @Nullable []> taker) {
        store.read(file, at, length, octets -> loop.execute(() -> taker.accept(octets)));
    }

    @Override
    public void close() {
        store.done(file);
    }
}
