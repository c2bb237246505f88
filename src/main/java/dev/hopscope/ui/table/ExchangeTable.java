package dev.hopscope.ui.table;

import dev.hopscope.capture.ExchangeLog;
import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Figures;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Memory;
import dev.hopscope.ui.kit.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The live list on the screen: takes batches of changes, keeps selection and place, follows the newest. FX thread. Knows neither log nor session: it is given
 * changes and tells what is selected. The table view in it holds only the rows in sight ({@link RowWindow}).
 */
public final class ExchangeTable extends StackPane {
    private static final double USUAL_ROW = 24;
    private static final int MOST_ROWS = 500;

    private final TableView<ExchangeRow> table = new TableView<>();
    private final ExchangeTableModel model;
    private final ColumnSet columns;
    private final RowSelection selection;
    private final RowWindow window;
    private final ExchangeTableSkin skin = new ExchangeTableSkin(table);
    /** Every row ever made for the screen; some may lie idle. */
    private final List<ExchangeTableRow> shownRows = new ArrayList<>();

    private final Button pill = new Button();
    private final Timeline clock = new Timeline(new KeyFrame(Duration.millis(250), e -> tick()));

    public ExchangeTable(Background background, Memory memory) {
        model = new ExchangeTableModel(background);
        selection = new RowSelection(model);
        window = new RowWindow(model, this::main);
        getStyleClass().add("exchange-list");
        table.getStyleClass().add("exchange-table");
        table.setAccessibleText(Messages.text("table.name"));
        table.setPlaceholder(new Region());
        table.setItems(window);
        table.setSkin(skin);
        table.setRowFactory(t -> {
            ExchangeTableRow row = new ExchangeTableRow();
            if (shownRows.size() > MOST_ROWS) {
                // those of columns that were moved since
                shownRows.removeIf(old -> old.getScene() == null);
            }
            shownRows.add(row);
            return row;
        });
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        columns = new ColumnSet(table, memory);
        table.setSortPolicy(t -> sort());
        showArrival();
        new RowGestures(table, model, selection, window).install();
        pill();
        HBox.setHgrow(table, Priority.ALWAYS);
        getChildren().addAll(new HBox(table, new RowScrollBar(model, window)), pill);
        watch();
    }

    private void watch() {
        table.heightProperty().subscribe(height -> fit());
        table.fixedCellSizeProperty().subscribe(height -> fit());
        window.setInPlace(() -> {
            skin.changeContent(() -> shownRows.forEach(ExchangeTableRow::refresh));
            showSelection();
        });
        selection.idsProperty().subscribe(ids -> showSelection());
        selection.mainProperty().subscribe(id -> showSelection());
        clock.setCycleCount(Animation.INDEFINITE);
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                clock.stop();
            } else {
                clock.play();
            }
        });
    }

    public ExchangeTableModel model() {
        return model;
    }

    /** The view itself, for its focus and keys; its items are the rows in sight. */
    public TableView<ExchangeRow> view() {
        return table;
    }

    /** Pixels a row is high. */
    public double rowHeight() {
        return table.getFixedCellSize() > 0 ? table.getFixedCellSize() : USUAL_ROW;
    }

    /** Shows a batch of changes. */
    public void apply(ExchangeLog.Changes changes) {
        model.apply(changes);
    }

    /** The row to show in detail, null if none. */
    public ReadOnlyObjectProperty<@Nullable ExchangeId> selectedProperty() {
        return selection.mainProperty();
    }

    public ReadOnlyObjectProperty<IdSet> selectedIdsProperty() {
        return selection.idsProperty();
    }

    /** Those selected that the filter shows: what is done to the selection is done to these alone. */
    public IdSet selectedShown() {
        return IdSet.of(selection.idsProperty().get().stream()
                .filter(id -> model.position(id).isPresent())
                .toArray());
    }

    /** Selects a row and brings it into sight. */
    public void select(ExchangeId id) {
        selection.only(id.value());
        window.reveal(id.value());
        window.stay();
    }

    /** Selects a row besides those selected, or no longer. */
    public void selectToo(ExchangeId id) {
        selection.toggle(id.value());
    }

    public void selectNone() {
        selection.none();
    }

    public void selectAll() {
        selection.all();
    }

    /** Moves the selection by rows. */
    public void move(int rows) {
        if (!model.isEmpty()) {
            int at = main().stream()
                    .mapToInt(id -> model.position(id).orElse(-1))
                    .findFirst()
                    .orElse(-1);
            int next = Math.clamp(at + (long) rows, 0, model.size() - 1);
            selection.only(model.get(next).id());
            window.revealPosition(next);
            if (next < model.size() - 1) {
                window.stay();
            }
        }
    }

    public ReadOnlyBooleanProperty followingProperty() {
        return window.followingProperty();
    }

    public void follow() {
        window.follow();
    }

    /** Brings a position into sight, as the first. */
    public void scrollTo(int position) {
        window.scrollTo(position);
    }

    /** Takes the columns of narrow or of wide windows. */
    public void setNarrow(boolean narrow) {
        columns.setNarrow(narrow);
    }

    /** @param pixels of body text */
    public void setTextSize(int pixels) {
        columns.setScale(pixels / 12.0);
    }

    /** Entries to choose columns by; as they stand now. */
    public List<MenuItem> columnMenu() {
        return columns.menu();
    }

    private OptionalLong main() {
        ExchangeId id = selection.mainProperty().get();
        return id == null ? OptionalLong.empty() : OptionalLong.of(id.value());
    }

    private Boolean sort() {
        if (table.getSortOrder().isEmpty()) {
            showArrival();
            return true;
        }
        TableColumn<ExchangeRow, ?> first = table.getSortOrder().getFirst();
        Order order = new Order(ColumnSet.of(first), first.getSortType() == TableColumn.SortType.DESCENDING);
        if (!order.equals(model.orderProperty().get())) {
            model.sort(order);
        }
        return true;
    }

    private void showArrival() {
        TableColumn<ExchangeRow, ?> number = columns.get(Column.NUMBER);
        number.setSortType(TableColumn.SortType.ASCENDING);
        table.getSortOrder().setAll(List.of(number));
    }

    /** As many whole rows as there is room for. */
    private void fit() {
        Node head = table.lookup(".column-header-background");
        double room = table.getHeight() - (head instanceof Region region ? region.prefHeight(-1) : rowHeight());
        window.setCapacity(Math.max(1, (int) Math.floor((room + 0.5) / rowHeight())));
    }

    /** Puts the selection's look on the rows in sight. */
    private void showSelection() {
        IdSet ids = selection.idsProperty().get();
        int[] places = IntStream.range(0, window.size())
                .filter(i -> ids.contains(window.get(i).id()))
                .toArray();
        int[] now = table.getSelectionModel().getSelectedIndices().stream()
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        if (!Arrays.equals(places, now)) {
            table.getSelectionModel().clearSelection();
            if (places.length > 0) {
                table.getSelectionModel().selectIndices(places[0], places);
            }
        }
        int focused = main().stream().mapToInt(window::place).findFirst().orElse(-1);
        if (table.getFocusModel().getFocusedIndex() != focused) {
            table.getFocusModel().focus(focused);
        }
    }

    private void pill() {
        pill.getStyleClass().add("pill");
        pill.setGraphic(new Glyph("bi-arrow-down"));
        pill.setFocusTraversable(false);
        pill.setOnAction(e -> follow());
        StackPane.setAlignment(pill, Pos.BOTTOM_CENTER);
        pill.visibleProperty()
                .bind(window.unseenProperty()
                        .greaterThan(0)
                        .and(window.followingProperty().not()));
        window.unseenProperty()
                .subscribe(number -> pill.setText(Messages.text(
                        window.newestFirst() ? "follow.pillAbove" : "follow.pill", Figures.count(number.longValue()))));
    }

    private void tick() {
        long now = RowCell.now();
        skin.changeContent(() -> shownRows.forEach(row -> row.tick(now)));
    }
}
