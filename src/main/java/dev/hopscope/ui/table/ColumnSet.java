package dev.hopscope.ui.table;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.ui.kit.Memory;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Tips;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ConstrainedColumnResizeBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.util.Callback;

/**
 * The columns of a table view: which, in which order, how wide; remembered apart for narrow and wide windows. FX thread. The path takes what the others leave.
 */
final class ColumnSet {
    private static final double LEAST = 24;
    /** Those whose head does not say what they hold. */
    private static final Set<Column> TOLD =
            EnumSet.of(Column.HTTP, Column.SIZE, Column.TIMING, Column.CACHE, Column.CHANGES);

    private final TableView<ExchangeRow> table;
    private final Memory memory;
    private final Map<Column, TableColumn<ExchangeRow, ExchangeRow>> columns = new EnumMap<>(Column.class);
    private final Map<Column, Double> widths = new EnumMap<>(Column.class);
    private boolean narrow;
    private double scale = 1;
    private boolean applying;

    ColumnSet(TableView<ExchangeRow> table, Memory memory) {
        this.table = table;
        this.memory = memory;
        for (Column column : Column.values()) {
            columns.put(column, make(column));
        }
        table.setColumnResizePolicy(new PathTakesRest());
        apply(ColumnLayout.of(memory.get(key()), narrow));
        table.getColumns().addListener((ListChangeListener<TableColumn<ExchangeRow, ?>>) change -> remember());
    }

    /** Takes the layout of narrow or wide windows. */
    void setNarrow(boolean newNarrow) {
        if (newNarrow != narrow) {
            narrow = newNarrow;
            apply(ColumnLayout.of(memory.get(key()), narrow));
        }
    }

    /** @param newScale the text size by 12 */
    void setScale(double newScale) {
        if (newScale != scale) {
            scale = newScale;
            layOut();
        }
    }

    TableColumn<ExchangeRow, ExchangeRow> get(Column column) {
        return Objects.requireNonNull(columns.get(column));
    }

    static Column of(TableColumnBase<ExchangeRow, ?> column) {
        return Column.of(column.getId()).orElseThrow();
    }

    boolean shown(Column column) {
        return get(column).isVisible();
    }

    void show(Column column, boolean visible) {
        if (visible || table.getVisibleLeafColumns().size() > 1) {
            get(column).setVisible(visible);
        }
    }

    void reset() {
        apply(ColumnLayout.usual(narrow));
        remember();
    }

    /** One entry for each column, for a menu; as ticks stand now. */
    List<MenuItem> menu() {
        List<MenuItem> items = new ArrayList<>();
        for (Column column : Column.values()) {
            CheckMenuItem item = new CheckMenuItem(name(column));
            item.setMnemonicParsing(false);
            item.setSelected(shown(column));
            item.setOnAction(e -> show(column, item.isSelected()));
            items.add(item);
        }
        MenuItem reset = new MenuItem(Messages.text("table.resetColumns"));
        reset.setOnAction(e -> reset());
        items.add(new SeparatorMenuItem());
        items.add(reset);
        return items;
    }

    static String name(Column column) {
        return Messages.text(
                column == Column.NUMBER || column == Column.CHANGES
                        ? "column." + column.id() + ".name"
                        : "column." + column.id());
    }

    private TableColumn<ExchangeRow, ExchangeRow> make(Column column) {
        TableColumn<ExchangeRow, ExchangeRow> made = new TableColumn<>(Messages.text("column." + column.id()));
        made.setId(column.id());
        made.setMinWidth(LEAST);
        made.setCellValueFactory(features -> new FixedValue<>(features.getValue()));
        made.setCellFactory(c -> Cells.of(column));
        if (TOLD.contains(column)) {
            // a head has no tip of its own
            Label head = new Label(made.getText());
            Tips.on(head, name(column) + "\n" + Messages.text("column." + column.id() + ".tip"));
            head.getTooltip().setWrapText(true);
            head.getTooltip().setMaxWidth(360);
            made.setText("");
            made.setGraphic(head);
        }
        if (column.figures()) {
            made.getStyleClass().add("figures");
        }
        made.visibleProperty().subscribe(() -> remember());
        ContextMenu menu = new ContextMenu();
        menu.setOnShowing(e -> menu.getItems().setAll(menu()));
        // an empty menu is not shown at all
        menu.getItems().setAll(new MenuItem());
        made.setContextMenu(menu);
        return made;
    }

    private String key() {
        return narrow ? "columns.narrow" : "columns.wide";
    }

    private void apply(ColumnLayout layout) {
        applying = true;
        for (ColumnLayout.Place place : layout.places()) {
            get(place.column()).setVisible(place.shown());
            widths.put(place.column(), place.width());
        }
        List<TableColumn<ExchangeRow, ?>> ordered = new ArrayList<>();
        layout.places().forEach(place -> ordered.add(get(place.column())));
        if (!table.getColumns().equals(ordered)) {
            List<TableColumn<ExchangeRow, ?>> sortedBy = List.copyOf(table.getSortOrder());
            table.getColumns().setAll(ordered);
            table.getSortOrder().setAll(sortedBy);
        }
        applying = false;
        layOut();
    }

    private void remember() {
        if (applying) {
            return;
        }
        List<ColumnLayout.Place> places = new ArrayList<>();
        for (TableColumn<ExchangeRow, ?> column : table.getColumns()) {
            Column which = of(column);
            places.add(new ColumnLayout.Place(which, column.isVisible(), width(which)));
        }
        if (places.size() == Column.values().length) {
            memory.put(key(), new ColumnLayout(places).text());
        }
    }

    private double width(Column column) {
        return Objects.requireNonNullElse(widths.get(column), column.width());
    }

    private void layOut() {
        columns.forEach((column, made) -> made.setPrefWidth(width(column) * scale));
    }

    /** Every column has the width it was given; the path has the rest, and the host gives way first when there is none. */
    private final class PathTakesRest extends ConstrainedColumnResizeBase
            implements Callback<TableView.ResizeFeatures, Boolean> {
        @Override
        public Boolean call(TableView.ResizeFeatures features) {
            TableColumnBase<?, ?> dragged = features.getColumn();
            if (dragged != null) {
                drag(Column.of(dragged.getId()).orElseThrow(), features.getDelta() / scale);
            }
            place(features);
            return true;
        }

        private void drag(Column column, double delta) {
            List<Column> shown =
                    table.getVisibleLeafColumns().stream().map(ColumnSet::of).toList();
            int at = shown.indexOf(column);
            boolean beforePath = at < shown.indexOf(Column.PATH);
            if (column != Column.PATH) {
                widths.put(column, Math.max(LEAST, width(column) + delta));
            }
            if (!beforePath && at + 1 < shown.size()) {
                Column next = shown.get(at + 1);
                widths.put(next, Math.max(LEAST, width(next) - delta));
            }
            remember();
        }

        @SuppressWarnings("unchecked")
        private void place(TableView.ResizeFeatures features) {
            List<Column> shown =
                    Arrays.stream(Column.values()).filter(ColumnSet.this::shown).toList();
            double room = features.getContentWidth() / scale;
            double others = shown.stream()
                    .filter(c -> c != Column.PATH)
                    .mapToDouble(ColumnSet.this::width)
                    .sum();
            double least = shown.contains(Column.PATH) ? Column.PATH.width() : 0;
            double missing = Math.max(0, others + least - room);
            for (Column column : shown.stream()
                    .sorted(Comparator.comparing(c -> c == Column.PATH))
                    .toList()) {
                double width = column == Column.PATH ? Math.max(LEAST, room - others) : width(column);
                if (column == Column.HOST || column == Column.CLIENT) {
                    double given = Math.min(missing, width - width * 0.6);
                    width -= given;
                    missing -= given;
                    others -= given;
                }
                features.setColumnWidth(get(column), Math.floor(width * scale));
            }
        }
    }
}
