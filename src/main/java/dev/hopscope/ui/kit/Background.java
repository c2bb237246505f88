package dev.hopscope.ui.kit;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Runs work off the screen's thread and brings its results back to it. Called on the FX thread; work runs on daemon threads of its own. Does not order the
 * results of different calls: a {@link Lane} does. Once closed it starts nothing more, since nobody looks.
 */
public final class Background implements AutoCloseable {
    /** Work that may fail. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        T run() throws Exception;
    }

    private final Executor worker;
    private final Executor screen;
    private final @Nullable ExecutorService owned;

    /** Two threads, and the FX thread for results. */
    public Background() {
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(2, 2, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named());
        // what a result asks for after the window has closed
        threads.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        owned = threads;
        worker = threads;
        screen = Platform::runLater;
    }

    /** For tests of models: without a toolkit. */
    public Background(Executor worker, Executor screen) {
        this.worker = worker;
        this.screen = screen;
        owned = null;
    }

    /** Runs {@code work}, then one of the other two on the screen's thread. */
    public <T extends @Nullable Object> void run(Work<T> work, Consumer<T> done, Consumer<Exception> failed) {
        worker.execute(() -> {
            try {
                T result = work.run();
                screen.execute(() -> done.accept(result));
            } catch (Exception e) {
                screen.execute(() -> failed.accept(e));
            }
        });
    }

    /** A series of questions of which only the newest counts. */
    public Lane lane() {
        return new Lane(worker, screen);
    }

    /** Where the results arrive. */
    public Executor screen() {
        return screen;
    }

    /** Waits a moment for work under way, which nobody will see the end of. */
    @Override
    public void close() {
        if (owned == null) {
            return;
        }
        owned.shutdownNow();
        try {
            owned.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadFactory named() {
        AtomicInteger next = new AtomicInteger(1);
        return task -> {
            Thread thread = new Thread(task, "screen-work-" + next.getAndIncrement());
            thread.setDaemon(true);
            return thread;
        };
    }
}
