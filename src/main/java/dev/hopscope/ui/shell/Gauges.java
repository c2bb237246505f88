package dev.hopscope.ui.shell;

import dev.hopscope.capture.RecordingState;
import dev.hopscope.capture.Session;
import dev.hopscope.ui.kit.Background;
import java.util.function.IntSupplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Looks twice a second how recording stands, and once at the size of the file, the rate and the heap. FX thread; what may block runs in the background. */
final class Gauges {
    private record Reading(RecordingState state, long size) {}

    private static final int RATE_SECONDS = 3;

    private final ShellModel model;
    private final Background background;
    private final IntSupplier rows;
    private final Timeline clock = new Timeline(new KeyFrame(Duration.millis(500), e -> look()));
    private final int[] past = new int[RATE_SECONDS + 1];
    private int turn;
    private boolean reading;

    /** @param rows in the session so far */
    Gauges(ShellModel model, Background background, IntSupplier rows) {
        this.model = model;
        this.background = background;
        this.rows = rows;
        clock.setCycleCount(Animation.INDEFINITE);
    }

    void start() {
        look();
        clock.play();
    }

    void stop() {
        clock.stop();
    }

    /** Another session: what was counted before means nothing. */
    void reset() {
        java.util.Arrays.fill(past, rows.getAsInt());
        model.perSecondProperty().set(0);
    }

    private void look() {
        if (turn++ % 2 == 0) {
            Runtime runtime = Runtime.getRuntime();
            model.heapMostProperty().set(runtime.maxMemory());
            model.heapUsedProperty().set(runtime.totalMemory() - runtime.freeMemory());
            rate();
        }
        Session session = model.sessionProperty().get();
        if (session != null && !reading) {
            reading = true;
            background.run(
                    () -> new Reading(session.state(), session.sizeOnDisk()),
                    found -> take(session, found),
                    e -> reading = false);
        }
    }

    private void rate() {
        System.arraycopy(past, 0, past, 1, RATE_SECONDS);
        past[0] = rows.getAsInt();
        // after rows were removed the count says nothing of the traffic
        model.perSecondProperty().set(Math.max(0, Math.round((past[0] - past[RATE_SECONDS]) / (double) RATE_SECONDS)));
    }

    private void take(@Nullable Session session, Reading found) {
        reading = false;
        if (model.sessionProperty().get() == session) {
            model.recordingProperty().set(found.state());
            model.sizeOnDiskProperty().set(found.size());
        }
    }
}
