package dev.hopscope.ui.body;

import dev.hopscope.inspect.body.BodyRendering;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Lane;
import dev.hopscope.ui.kit.Messages;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** Rows of names and values. FX thread. */
final class TablePane extends TableView<List<String>> implements Findable {
    /** Longer values are cut on the screen; copying gives all. */
    private static final int MAX_SHOWN = 500;

    private final Lane lane;
    private int[] finds = new int[0];

    TablePane(Background background) {
        lane = background.lane();
        getStyleClass().add("body-table");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setPlaceholder(new Label(Messages.text("body.table.empty")));
        setOnKeyPressed(event -> {
            if (new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN).match(event)) {
                copy(getSelectionModel().getSelectedItems());
                event.consume();
            }
        });
    }

    void show(BodyRendering.Table table) {
        show(table.columns(), table.rows());
    }

    /** @param columns keys of the heads, below {@code body.column.} */
    void show(List<String> columns, List<List<String>> rows) {
        getColumns().clear();
        for (int i = 0; i < columns.size(); i++) {
            int at = i;
            TableColumn<List<String>, String> column =
                    new TableColumn<>(Messages.text("body.column." + columns.get(i)));
            column.setCellValueFactory(
                    row -> new ReadOnlyStringWrapper(shortened(row.getValue().get(at))));
            column.setSortable(false);
            column.setReorderable(false);
            size(column, columns.get(i), i == columns.size() - 1);
            getColumns().add(column);
        }
        getItems().setAll(rows);
        scrollTo(0);
    }

    private static void size(TableColumn<?, ?> column, String key, boolean last) {
        switch (key) {
            case "number", "id", "size", "coding", "kind" -> {
                double width = key.equals("number") ? 52 : 84;
                column.setPrefWidth(width);
                column.setMaxWidth(last ? Double.MAX_VALUE : 1.5 * width);
            }
            default -> column.setPrefWidth(last ? 340 : key.equals("type") ? 170 : 130);
        }
    }

    private static String shortened(String value) {
        String start = value.length() <= MAX_SHOWN ? value : value.substring(0, MAX_SHOWN) + "\u2026";
        return start.replace('\n', ' ').replace('\r', ' ');
    }

    @Override
    public void find(String wanted, IntConsumer found) {
        String what = wanted.toLowerCase(Locale.ROOT);
        List<List<String>> rows = List.copyOf(getItems());
        lane.ask(
                progress -> IntStream.range(0, what.isEmpty() ? 0 : rows.size())
                        .filter(i -> rows.get(i).stream()
                                .anyMatch(cell -> cell.toLowerCase(Locale.ROOT).contains(what)))
                        .limit(MAX_FINDS)
                        .toArray(),
                places -> {
                    finds = places;
                    found.accept(places.length);
                },
                failure -> {
                    throw new IllegalStateException(failure);
                });
    }

    @Override
    public void showFind(int index) {
        getSelectionModel().clearAndSelect(finds[index]);
        scrollTo(Math.max(0, finds[index] - 2));
    }

    /** All rows, one a line, cells parted by tabs. */
    String text() {
        return text(getItems());
    }

    private static void copy(List<List<String>> rows) {
        Clips.put(text(rows));
    }

    private static String text(List<List<String>> rows) {
        return rows.stream().map(row -> String.join("\t", row)).collect(Collectors.joining("\n"));
    }
}
