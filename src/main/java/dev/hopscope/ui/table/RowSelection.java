package dev.hopscope.ui.table;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.exchange.ExchangeId;
import java.util.List;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/**
 * What is selected, by id: it outlives filters and orders, and rows that move. FX thread. A selected row that is not shown stays selected until another is.
 */
final class RowSelection implements ExchangeTableModel.SwapListener {
    private final TableView<ExchangeRow> table;
    private final ExchangeTableModel model;
    private final ReadOnlyObjectWrapper<List<ExchangeId>> ids = new ReadOnlyObjectWrapper<>(this, "ids", List.of());
    private final ReadOnlyObjectWrapper<@Nullable ExchangeId> main = new ReadOnlyObjectWrapper<>(this, "main", null);
    private boolean deaf;

    RowSelection(TableView<ExchangeRow> table, ExchangeTableModel model) {
        this.table = table;
        this.model = model;
        model.setSwapListener(this);
        table.getSelectionModel()
                .getSelectedIndices()
                .addListener((ListChangeListener<Integer>) change -> take());
    }

    ReadOnlyObjectProperty<List<ExchangeId>> idsProperty() {
        return ids.getReadOnlyProperty();
    }

    /** The one to show in detail, null if none. */
    ReadOnlyObjectProperty<@Nullable ExchangeId> mainProperty() {
        return main.getReadOnlyProperty();
    }

    void select(ExchangeId id) {
        ids.set(List.of(id));
        main.set(id);
        restore();
    }

    /** Runs a change of the list, then puts the selection back where its rows are now. */
    void keep(Runnable change) {
        deaf = true;
        try {
            change.run();
        } finally {
            deaf = false;
        }
        if (!ids.get().isEmpty() && !inPlace()) {
            restore();
        }
    }

    @Override
    public void beforeSwap() {
        deaf = true;
        table.getSelectionModel().clearSelection();
    }

    @Override
    public void afterSwap() {
        restore();
    }

    private void take() {
        if (deaf) {
            return;
        }
        List<ExchangeRow> rows = table.getSelectionModel().getSelectedItems();
        ids.set(rows.stream()
                .filter(java.util.Objects::nonNull)
                .map(row -> new ExchangeId(row.id()))
                .toList());
        int index = table.getSelectionModel().getSelectedIndex();
        main.set(index >= 0 && index < model.size() ? new ExchangeId(model.get(index).id()) : null);
    }

    private boolean inPlace() {
        List<Integer> indices = table.getSelectionModel().getSelectedIndices();
        if (indices.size() != ids.get().size()) {
            return false;
        }
        return indices.stream().allMatch(i -> i < model.size() && ids.get().contains(new ExchangeId(model.get(i).id())));
    }

    private void restore() {
        deaf = true;
        try {
            List<ExchangeId> left =
                    ids.get().stream().filter(id -> model.row(id) != null).toList();
            ids.set(left);
            ExchangeId chosen = main.get();
            if (chosen != null && model.row(chosen) == null) {
                main.set(left.isEmpty() ? null : left.getLast());
            }
            table.getSelectionModel().clearSelection();
            int[] places = left.stream()
                    .map(id -> model.position(id.value()))
                    .filter(OptionalInt::isPresent)
                    .mapToInt(OptionalInt::getAsInt)
                    .sorted()
                    .toArray();
            if (places.length > 0) {
                table.getSelectionModel().selectIndices(places[0], places);
            }
            ExchangeId shown = main.get();
            if (shown != null) {
                model.position(shown.value())
                        .ifPresent(place -> table.getFocusModel().focus(place));
            }
        } finally {
            deaf = false;
        }
    }
}
