package dev.hopscope.ui.table;

import dev.hopscope.exchange.ExchangeId;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What is selected, by id: it outlives filters and orders, and rows that move. One thread, the screen's; knows no toolkit. A selected row that is not shown stays
 * selected until another is.
 */
final class RowSelection {
    private final ExchangeTableModel model;
    private final ReadOnlyObjectWrapper<IdSet> ids = new ReadOnlyObjectWrapper<>(this, "ids", IdSet.NONE);
    private final ReadOnlyObjectWrapper<@Nullable ExchangeId> main = new ReadOnlyObjectWrapper<>(this, "main", null);
    /** Where a range begins that is drawn with Shift; 0 for none. */
    private long anchor;

    RowSelection(ExchangeTableModel model) {
        this.model = model;
        model.countsProperty().subscribe((was, is) -> {
            if (is.rows() < was.rows()) {
                forgetGone();
            }
        });
    }

    ReadOnlyObjectProperty<IdSet> idsProperty() {
        return ids.getReadOnlyProperty();
    }

    /** The one to show in detail and to move from, null if none. */
    ReadOnlyObjectProperty<@Nullable ExchangeId> mainProperty() {
        return main.getReadOnlyProperty();
    }

    /** This row alone. */
    void only(long id) {
        anchor = id;
        set(IdSet.of(id), id);
    }

    /** This row too, or no longer. */
    void toggle(long id) {
        anchor = id;
        IdSet now = ids.get();
        if (!now.contains(id)) {
            set(now.with(id), id);
        } else {
            IdSet left = now.without(id);
            set(left, left.stream().reduce(0, (first, last) -> last));
        }
    }

    /** All rows from the anchor to this one, as they stand now. */
    void extendTo(long id) {
        OptionalInt from = anchor == 0 ? OptionalInt.empty() : model.position(anchor);
        OptionalInt to = model.position(id);
        if (from.isEmpty() || to.isEmpty()) {
            only(id);
            return;
        }
        int first = Math.min(from.getAsInt(), to.getAsInt());
        int last = Math.max(from.getAsInt(), to.getAsInt());
        set(IdSet.of(range(first, last + 1)), id);
    }

    void all() {
        if (!model.isEmpty()) {
            ExchangeId now = main.get();
            set(IdSet.of(range(0, model.size())), now == null ? model.get(0).id() : now.value());
        }
    }

    void none() {
        anchor = 0;
        set(IdSet.NONE, 0);
    }

    private long[] range(int from, int to) {
        long[] range = new long[to - from];
        for (int i = 0; i < range.length; i++) {
            range[i] = model.get(from + i).id();
        }
        return range;
    }

    private void forgetGone() {
        IdSet left = IdSet.of(ids.get().stream()
                .filter(id -> model.row(new ExchangeId(id)) != null)
                .toArray());
        if (left.size() != ids.get().size()) {
            ExchangeId now = main.get();
            set(
                    left,
                    now != null && left.contains(now.value())
                            ? now.value()
                            : left.stream().reduce(0, (a, b) -> b));
        }
    }

    private void set(IdSet newIds, long newMain) {
        main.set(newMain == 0 ? null : new ExchangeId(newMain));
        ids.set(newIds);
    }
}
