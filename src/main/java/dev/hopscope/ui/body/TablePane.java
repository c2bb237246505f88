package dev.hopscope.ui.body;

import dev.hopscope.inspect.body.BodyRendering;
import dev.hopscope.ui.kit.Messages;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** Rows of names and values. FX thread. */
final class TablePane extends TableView<List<String>> {
    TablePane() {
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
        getColumns().clear();
        for (int i = 0; i < table.columns().size(); i++) {
            int at = i;
            TableColumn<List<String>, String> column = new TableColumn<>(
                    Messages.text("body.column." + table.columns().get(i)));
            column.setCellValueFactory(
                    row -> new ReadOnlyStringWrapper(row.getValue().get(at)));
            column.setSortable(false);
            column.setReorderable(false);
            column.setPrefWidth(i == 0 ? 140 : 260);
            getColumns().add(column);
        }
        getItems().setAll(table.rows());
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
