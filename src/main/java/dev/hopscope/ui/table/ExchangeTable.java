package dev.hopscope.ui.table;

import dev.hopscope.capture.ExchangeLog;
import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Figures;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Memory;
import dev.hopscope.ui.kit.Messages;
import java.util.List;
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
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The live list on the screen: takes batches of changes, keeps selection and place, follows the newest. FX thread. Knows neither log nor session: it is given
 * changes and tells what is selected.
 */
public final class ExchangeTable extends StackPane {
    private static final KeyCombination ALL = new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);
    /** More are not selected at once: the table keeps a record of each. */
    private static final int MOST_SELECTED = 20_000;

    private final TableView<ExchangeRow> table = new TableView<>();
    private final ExchangeTableModel model;
    private final ColumnSet columns;
    private final RowSelection selection;
    private final FollowTail tail;
    private final Button pill = new Button();
    private final Timeline clock = new Timeline(new KeyFrame(Duration.millis(250), e -> tick()));

    public ExchangeTable(Background background, Memory memory) {
        model = new ExchangeTableModel(background);
        getStyleClass().add("exchange-list");
        table.getStyleClass().add("exchange-table");
        table.setAccessibleText(Messages.text("table.name"));
        table.setPlaceholder(new Region());
        table.setItems(model);
        table.setRowFactory(t -> new ExchangeTableRow());
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        columns = new ColumnSet(table, memory);
        selection = new RowSelection(table, model);
        tail = new FollowTail(table, model);
        table.setSortPolicy(t -> sort());
        showArrival();
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        pill();
        getChildren().addAll(table, pill);
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

    /** The view itself, for its focus and keys. */
    public TableView<ExchangeRow> view() {
        return table;
    }

    /** Shows a batch of changes. */
    public void apply(ExchangeLog.Changes changes) {
        tail.around(() -> selection.keep(() -> model.apply(changes)));
    }

    /** The row to show in detail, null if none. */
    public ReadOnlyObjectProperty<@Nullable ExchangeId> selectedProperty() {
        return selection.mainProperty();
    }

    public ReadOnlyObjectProperty<List<ExchangeId>> selectedIdsProperty() {
        return selection.idsProperty();
    }

    /** Selects a row and brings it into sight. */
    public void select(ExchangeId id) {
        selection.select(id);
        model.position(id.value()).ifPresent(place -> {
            tail.stay();
            table.scrollTo(Math.max(0, place - 3));
        });
    }

    /** Brings the selected row back into sight where a change of size took it away. */
    public void reveal() {
        ExchangeId id = selection.mainProperty().get();
        if (id != null) {
            model.position(id.value()).ifPresent(tail::reveal);
        }
    }

    /** Moves the selection by rows. */
    public void move(int rows) {
        if (model.size() > 0) {
            int next = Math.clamp(table.getSelectionModel().getSelectedIndex() + (long) rows, 0, model.size() - 1);
            table.getSelectionModel().clearAndSelect(next);
            table.scrollTo(Math.max(0, next - 3));
            if (next < model.size() - 1) {
                tail.stay();
            }
        }
    }

    public ReadOnlyBooleanProperty followingProperty() {
        return tail.followingProperty();
    }

    public void follow() {
        tail.follow();
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

    private void pill() {
        pill.getStyleClass().add("pill");
        pill.setGraphic(new Glyph("bi-arrow-down"));
        pill.setFocusTraversable(false);
        pill.setOnAction(e -> follow());
        StackPane.setAlignment(pill, Pos.BOTTOM_CENTER);
        pill.visibleProperty()
                .bind(tail.unseenProperty()
                        .greaterThan(0)
                        .and(tail.followingProperty().not()));
        tail.unseenProperty()
                .subscribe(number -> pill.setText(Messages.text(
                        tail.newestFirst() ? "follow.pillAbove" : "follow.pill", Figures.count(number.longValue()))));
    }

    private void key(KeyEvent event) {
        if (ALL.match(event) && model.size() > MOST_SELECTED) {
            table.getSelectionModel().clearSelection();
            table.getSelectionModel().selectRange(model.size() - MOST_SELECTED, model.size());
            event.consume();
        } else if (event.getCode() == KeyCode.END && !event.isShiftDown()) {
            follow();
        }
    }

    private void tick() {
        long now = RowCell.now();
        for (Node row : table.lookupAll(".table-row-cell")) {
            if (row instanceof ExchangeTableRow shown && shown.isVisible()) {
                shown.tick(now);
            }
        }
    }
}
