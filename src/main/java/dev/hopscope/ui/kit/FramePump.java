package dev.hopscope.ui.kit;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Carries changes to the screen, one batch in flight: fetched on a thread of its own, applied on the FX thread at the start of a frame, and only then the next
 * is fetched, so that batches grow as the screen slows. Started and closed on the FX thread. Knows neither where the changes come from nor what they are; at
 * rest it looks some twenty times a second and wakes no frame.
 */
public final class FramePump<T> implements AutoCloseable {
    /** Runs something at the start of the next frame, on the FX thread; any thread may ask. */
    @FunctionalInterface
    public interface Frames {
        void next(Runnable frame);
    }

    private static final long IDLE_MILLIS = 50;

    private final Supplier<T> fetch;
    private final Predicate<T> empty;
    private final Consumer<T> apply;
    private final Frames frames;
    private final Consumer<Throwable> failed;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("frame-pump").factory());
    private volatile boolean closed;

    /**
     * @param fetch takes the changes since its last call; on the pump's thread
     * @param empty whether a batch holds nothing
     * @param apply shows a batch; on the FX thread
     * @param failed is told, on the FX thread, of an error of {@code fetch}; the pump goes on
     */
    public FramePump(
            Supplier<T> fetch, Predicate<T> empty, Consumer<T> apply, Frames frames, Consumer<Throwable> failed) {
        this.fetch = fetch;
        this.empty = empty;
        this.apply = apply;
        this.frames = frames;
        this.failed = failed;
    }

    public void start() {
        schedule(0);
    }

    private void schedule(long delayMillis) {
        if (!closed) {
            thread.schedule(this::turn, delayMillis, TimeUnit.MILLISECONDS);
        }
    }

    private void turn() {
        try {
            T batch = fetch.get();
            if (empty.test(batch)) {
                schedule(IDLE_MILLIS);
            } else {
                frames.next(() -> show(batch));
            }
        } catch (RuntimeException | Error e) {
            frames.next(() -> failed.accept(e));
            schedule(1000);
        }
    }

    private void show(T batch) {
        if (closed) {
            return;
        }
        try {
            apply.accept(batch);
        } finally {
            schedule(0);
        }
    }

    /** Nothing is applied after this. */
    @Override
    public void close() {
        closed = true;
        thread.shutdownNow();
    }
}
