package dev.hopscope.ui.table;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.exchange.ExchangeId;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/** Mouse, wheel and arrow keys on the rows. FX thread. In place of what the table view does by itself, which knows only the rows in sight. */
final class RowGestures {
    private final TableView<ExchangeRow> table;
    private final ExchangeTableModel model;
    private final RowSelection selection;
    private final RowWindow window;
    /** Part of a row that a touch pad has moved so far. */
    private double scrolled;

    RowGestures(TableView<ExchangeRow> table, ExchangeTableModel model, RowSelection selection, RowWindow window) {
        this.table = table;
        this.model = model;
        this.selection = selection;
        this.window = window;
    }

    void install() {
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        table.addEventFilter(ScrollEvent.SCROLL, this::scroll);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void press(MouseEvent event) {
        ExchangeTableRow row = row(event.getPickResult().getIntersectedNode());
        if (row == null) {
            return;
        }
        table.requestFocus();
        ExchangeRow item = row.getItem();
        if (item != null && event.getButton() == MouseButton.PRIMARY) {
            if (event.isShiftDown()) {
                selection.extendTo(item.id());
            } else if (event.isShortcutDown()) {
                selection.toggle(item.id());
            } else {
                selection.only(item.id());
            }
        } else if (item != null && !selection.idsProperty().get().contains(item.id())) {
            selection.only(item.id());
        }
        event.consume();
    }

    private static @Nullable ExchangeTableRow row(@Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof ExchangeTableRow row) {
                return row;
            }
        }
        return null;
    }

    private void scroll(ScrollEvent event) {
        double rows = event.getTextDeltaYUnits() == ScrollEvent.VerticalTextScrollUnits.LINES
                ? event.getTextDeltaY()
                : event.getDeltaY() / Math.max(1, table.getFixedCellSize());
        if (rows != 0) {
            scrolled -= rows;
            int whole = (int) scrolled;
            scrolled -= whole;
            if (whole != 0) {
                window.scrollTo(window.topProperty().get() + whole);
            }
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        if (model.isEmpty() || event.isAltDown() || event.isMetaDown() && !event.isShortcutDown()) {
            return;
        }
        int page = Math.max(1, window.capacity() - 1);
        switch (event.getCode()) {
            case UP -> go(at() - 1, event);
            case DOWN -> go(at() + 1, event);
            case PAGE_UP -> go(at() - page, event);
            case PAGE_DOWN -> go(at() + page, event);
            case HOME -> go(0, event);
            case END -> end(event);
            case KeyCode code when code == KeyCode.A && event.isShortcutDown() -> selection.all();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void end(KeyEvent event) {
        go(model.size() - 1, event);
        if (!event.isShiftDown() && model.orderProperty().get().byArrival()) {
            window.follow();
        }
    }

    /** Where the keys move from; before the first row in sight where nothing is selected. */
    private int at() {
        ExchangeId id = selection.mainProperty().get();
        int shown = id == null ? -1 : model.position(id.value()).orElse(-1);
        return shown >= 0 ? shown : window.topProperty().get() - 1;
    }

    private void go(int position, KeyEvent event) {
        int next = Math.clamp(position, 0, model.size() - 1);
        long id = model.get(next).id();
        if (event.isShiftDown()) {
            selection.extendTo(id);
        } else {
            selection.only(id);
        }
        window.revealPosition(next);
        if (next < model.size() - 1 && window.followingProperty().get()) {
            // the selected row must not run away
            window.stay();
        }
    }
}
