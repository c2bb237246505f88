package dev.hopscope.ui.table;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The scroll bar beside the rows: one step is one row. FX thread. Gone while all rows are in sight. */
final class RowScrollBar extends VBox {
    private final ScrollBar bar = new ScrollBar();
    private final ExchangeTableModel model;
    private final RowWindow window;
    private boolean showing;

    RowScrollBar(ExchangeTableModel model, RowWindow window) {
        this.model = model;
        this.window = window;
        getStyleClass().add("row-scroll");
        Region head = new Region();
        head.getStyleClass().add("row-scroll-head");
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        bar.setUnitIncrement(1);
        VBox.setVgrow(bar, Priority.ALWAYS);
        getChildren().setAll(head, bar);
        bar.valueProperty().subscribe(value -> {
            if (!showing) {
                window.scrollTo((int) Math.round(value.doubleValue()));
            }
        });
        window.topProperty().subscribe(top -> show());
        window.addListener((javafx.beans.InvalidationListener) changed -> show());
        model.addListener((javafx.beans.InvalidationListener) changed -> show());
        show();
    }

    private void show() {
        showing = true;
        int last = window.lastTop();
        setVisible(last > 0);
        setManaged(last > 0);
        bar.setMax(last);
        bar.setVisibleAmount(last * (double) window.capacity() / Math.max(1, model.size()));
        bar.setBlockIncrement(Math.max(1, window.capacity() - 1));
        bar.setValue(window.topProperty().get());
        showing = false;
    }
}
