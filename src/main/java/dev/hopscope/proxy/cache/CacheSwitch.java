package dev.hopscope.proxy.cache;

import dev.hopscope.proxy.CacheContents;
import dev.hopscope.proxy.CacheOptions;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns the cache on and off while the proxy runs. Any thread; never waits for a file but in {@link #close}. Stores nothing. */
public final class CacheSwitch implements AutoCloseable, CacheContents {
    private volatile @Nullable HttpCache current;
    private volatile Consumer<String> problems = problem -> {};
    private CompletableFuture<Void> closed = CompletableFuture.completedFuture(null);

    /** The cache in force, null where there is none. */
    public @Nullable HttpCache current() {
        return current;
    }

    @Override
    public Snapshot snapshot() {
        HttpCache cache = current;
        return cache == null ? CacheContents.NONE.snapshot() : cache.snapshot();
    }

    @Override
    public int drop(Collection<Long> ids) {
        HttpCache cache = current;
        return cache == null ? 0 : cache.drop(ids);
    }

    /** Who is told, on a thread of the cache, why one could not be opened. */
    public void onProblem(Consumer<String> listener) {
        problems = listener;
    }

    /** Takes new options, null for no cache; nothing happens where they are those in force. */
    public synchronized void apply(@Nullable CacheOptions options) {
        HttpCache old = current;
        if (old == null ? options == null : old.options().equals(options)) {
            return;
        }
        if (old != null) {
            current = null;
            closed = CompletableFuture.runAsync(old::close);
        }
        if (options != null) {
            HttpCache opened = HttpCache.open(options, closed);
            opened.onProblem(problem -> problems.accept(problem));
            current = opened;
        }
    }

    /** Turns it off and waits until all is written. */
    @Override
    public void close() {
        apply(null);
        CompletableFuture<Void> last;
        synchronized (this) {
            last = closed;
        }
        last.join();
    }
}
