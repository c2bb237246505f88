package dev.hopscope.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * One step of the start, on a thread of its own. Any thread may wait for it.
 *
 * @param future completes with the step's result or its exception
 */
record Task<T>(CompletableFuture<T> future) {
    static <T> Task<T> start(String name, Callable<T> step) {
        CompletableFuture<T> future = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        future.complete(step.call());
                    } catch (Throwable e) {
                        future.completeExceptionally(e);
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return new Task<>(future);
    }

    /** Waits for the result; what failed is an {@link IOException} with the words of the step. */
    T await() throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while starting.", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            switch (cause) {
                case IOException io -> throw io;
                case RuntimeException bug -> throw bug;
                case Error error -> throw error;
                case Throwable checked -> throw new IOException(checked.getMessage(), checked);
            }
        }
    }
}
