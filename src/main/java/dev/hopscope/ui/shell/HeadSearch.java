package dev.hopscope.ui.shell;

import dev.hopscope.capture.Session;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Lane;
import dev.hopscope.ui.table.ExchangeTableModel;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Searches a text in all heads of the session and gives what it finds to the rows shown. FX thread; the search runs in the background. While rows come it looks
 * again now and then, the more seldom the longer a search takes.
 */
final class HeadSearch {
    private static final Duration TYPING = Duration.millis(200);
    private static final double LEAST_REST_MILLIS = 1000;
    private static final double REST_FACTOR = 10;

    private final Lane lane;
    private final ExchangeTableModel rows;
    private final PauseTransition pause = new PauseTransition(TYPING);
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private @Nullable Session session;
    private String text = "";
    private int rowsSearched;

    HeadSearch(Background background, ExchangeTableModel rows) {
        this.rows = rows;
        lane = background.lane();
        pause.setOnFinished(e -> search());
        rows.countsProperty().subscribe(counts -> later(counts.rows()));
    }

    ReadOnlyBooleanProperty busyProperty() {
        return lane.busyProperty();
    }

    /** 0 to 1; -1 while not known. */
    ReadOnlyDoubleProperty progressProperty() {
        return lane.progressProperty();
    }

    /** Why the heads could not be searched; empty if they could. */
    ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    void use(@Nullable Session newSession) {
        session = newSession;
        text = "";
        cancel();
    }

    /** Searches this text once the user has stopped typing. */
    void look(String wanted) {
        if (!wanted.equals(text)) {
            text = wanted;
            lane.cancel();
            failure.set("");
            pause.setDuration(TYPING);
            pause.playFromStart();
        } else if (!wanted.isEmpty()) {
            // another filter for the same text began without hits
            pause.setDuration(Duration.ONE);
            pause.playFromStart();
        }
    }

    void cancel() {
        pause.stop();
        lane.cancel();
    }

    private void later(int number) {
        if (number > rowsSearched
                && !text.isEmpty()
                && !lane.busyProperty().get()
                && pause.getStatus() != javafx.animation.Animation.Status.RUNNING) {
            pause.playFromStart();
        }
    }

    private void search() {
        Session from = session;
        String wanted = text;
        if (from == null || wanted.isEmpty()) {
            return;
        }
        rowsSearched = rows.countsProperty().get().rows();
        long begun = System.nanoTime();
        lane.ask(
                progress -> {
                    from.search(wanted, ids -> progress.part(() -> rows.addHits(wanted, ids)), progress::report);
                    return wanted;
                },
                done -> rest(begun),
                e -> failure.set(String.valueOf(e.getMessage())));
    }

    private void rest(long begun) {
        double took = (System.nanoTime() - begun) / 1e6;
        pause.setDuration(Duration.millis(Math.max(LEAST_REST_MILLIS, REST_FACTOR * took)));
        later(rows.countsProperty().get().rows());
    }
}
