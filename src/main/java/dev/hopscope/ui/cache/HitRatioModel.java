package dev.hopscope.ui.cache;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Lane;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The hit ratio of the rows shown: summed up in the background, again after each change while it is wanted, one sum at a time, so that a busy table is never summed
 * twice at once. Screen thread. Does not know the table, only how to ask it for its rows.
 */
public final class HitRatioModel {
    /** Rows, and which of them count. */
    public record Rows(ExchangeRow[] all, Predicate<ExchangeRow> shown) {}

    private final Lane lane;
    private final Supplier<Rows> rows;
    private final Consumer<Exception> failed;
    private final ReadOnlyObjectWrapper<HitRatio> ratio = new ReadOnlyObjectWrapper<>(this, "ratio", HitRatio.NONE);
    private boolean wanted;
    private boolean changed = true;

    /** @param rows asked on the screen's thread at the beginning of each sum */
    public HitRatioModel(Background background, Supplier<Rows> rows, Consumer<Exception> failed) {
        lane = background.lane();
        this.rows = rows;
        this.failed = failed;
    }

    public ReadOnlyObjectProperty<HitRatio> ratioProperty() {
        return ratio.getReadOnlyProperty();
    }

    /** Whether somebody looks; while nobody does, nothing is summed. */
    public void setWanted(boolean on) {
        wanted = on;
        if (on) {
            refresh();
        } else if (lane.busyProperty().get()) {
            lane.cancel();
            changed = true;
        }
    }

    /** The rows or the filter changed: the sum shown is old. */
    public void rowsChanged() {
        changed = true;
    }

    /** Sums up again, if anything changed and no sum is under way: call it now and then. */
    public void refresh() {
        if (!wanted || !changed || lane.busyProperty().get()) {
            return;
        }
        changed = false;
        Rows now = rows.get();
        lane.ask(
                progress -> HitRatio.of(now.all(), now.shown(), () -> progress.report(0)),
                sum -> {
                    if (sum != null) {
                        ratio.set(sum);
                    }
                },
                failed);
    }
}
