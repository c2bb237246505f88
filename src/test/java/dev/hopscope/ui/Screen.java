package dev.hopscope.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;

/** The toolkit in tests: started once, never left. Any thread but the FX thread. */
public final class Screen {
    private static boolean started;

    private Screen() {}

    private static synchronized void start() {
        if (!started) {
            started = true;
            Platform.startup(() -> {});
            Platform.setImplicitExit(false);
        }
    }

    /** For a program that starts the toolkit itself, once it has. */
    public static synchronized void adopt() {
        started = true;
    }

    /** Runs on the FX thread and waits. */
    public static <T> T on(Callable<T> work) {
        start();
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    /** Runs on the FX thread and waits. */
    public static void run(Runnable work) {
        on(() -> {
            work.run();
            return true;
        });
    }

    /** Waits, frame by frame, until it holds; fails after 60 s. */
    public static void until(String what, BooleanSupplier holds) {
        start();
        CompletableFuture<Boolean> result = new CompletableFuture<>();
        Platform.runLater(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                try {
                    if (holds.getAsBoolean()) {
                        stop();
                        result.complete(true);
                    }
                } catch (Throwable e) {
                    stop();
                    result.completeExceptionally(e);
                }
            }
        }.start());
        try {
            result.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(what, e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("not within 60 s: " + what, e);
        }
    }

    /** Waits for some whole frames, so that layout and style are settled. */
    public static void frames(int number) {
        int[] left = {number};
        until(number + " frames", () -> left[0]-- <= 0);
    }

    /** Writes {@code target/snapshots/NAME.png}. */
    public static Path save(WritableImage image, String name) {
        Path file = Path.of("target", "snapshots", name + ".png");
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, Png.of((int) image.getWidth(), (int) image.getHeight(), pixels(image)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static int[] pixels(WritableImage image) {
        PixelReader reader = image.getPixelReader();
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        reader.getPixels(0, 0, width, height, javafx.scene.image.PixelFormat.getIntArgbInstance(), argb, 0, width);
        return argb;
    }
}
