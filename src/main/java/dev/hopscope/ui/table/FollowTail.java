package dev.hopscope.ui.table;

import dev.hopscope.capture.ExchangeRow;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the newest row in sight until the user moves away, and then keeps the rows in sight where they are. FX thread. Only while rows stand by arrival is
 * there a newest end.
 */
final class FollowTail {
    private final TableView<ExchangeRow> table;
    private final ExchangeTableModel model;
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(this, "following", true);
    private final ReadOnlyIntegerWrapper unseen = new ReadOnlyIntegerWrapper(this, "unseen");
    private @Nullable VirtualFlow<?> flow;
    private @Nullable ScrollBar bar;

    FollowTail(TableView<ExchangeRow> table, ExchangeTableModel model) {
        this.table = table;
        this.model = model;
        table.skinProperty().subscribe(skin -> {
            flow = null;
            bar = null;
        });
        table.addEventFilter(ScrollEvent.SCROLL, e -> look());
        table.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::mouse);
        table.addEventFilter(MouseEvent.MOUSE_RELEASED, this::mouse);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        following.subscribe(on -> unseen.set(0));
    }

    ReadOnlyBooleanProperty followingProperty() {
        return following.getReadOnlyProperty();
    }

    /** Rows that came since the user moved away. */
    ReadOnlyIntegerProperty unseenProperty() {
        return unseen.getReadOnlyProperty();
    }

    boolean newestFirst() {
        return model.orderProperty().get().descending();
    }

    /** Goes to the newest and stays there. */
    void follow() {
        following.set(true);
        toNewest();
    }

    /** Stays at these rows. */
    void stay() {
        following.set(false);
    }

    /** Scrolls as little as shows a row. */
    void reveal(int position) {
        VirtualFlow<?> inside = flow();
        if (inside != null && !following.get()) {
            table.layout();
            inside.scrollTo(position);
        }
    }

    /** Applies a change to the list. */
    void around(Runnable change) {
        int before = model.size();
        boolean byArrival = model.orderProperty().get().byArrival();
        boolean follows = following.get() && byArrival;
        ExchangeRow top = follows || byArrival && !newestFirst() ? null : topRow();
        int place = top == null ? -1 : model.position(top.id()).orElse(-1);
        change.run();
        if (follows) {
            toNewest();
            return;
        }
        if (byArrival && model.size() > before) {
            unseen.set(unseen.get() + model.size() - before);
        }
        if (top != null && place > 0) {
            hold(model.position(top.id()).orElse(place) - place);
        }
    }

    /** Rows came in above: moves down by as many, so that none in sight moves. */
    private void hold(int rows) {
        VirtualFlow<?> inside = flow();
        if (inside != null && rows != 0) {
            inside.setCellCount(model.size());
            inside.scrollPixels(rows * table.getFixedCellSize());
        }
    }

    private @Nullable ExchangeRow topRow() {
        VirtualFlow<?> inside = flow();
        if (inside == null || inside.getFirstVisibleCell() == null) {
            return null;
        }
        int index = inside.getFirstVisibleCell().getIndex();
        return index >= 0 && index < model.size() ? model.get(index) : null;
    }

    private void toNewest() {
        VirtualFlow<?> inside = flow();
        if (inside != null && model.size() > 0) {
            inside.setCellCount(model.size());
            inside.setPosition(newestFirst() ? 0 : 1);
        }
    }

    private void mouse(MouseEvent event) {
        for (Node at = event.getPickResult().getIntersectedNode(); at != null; at = at.getParent()) {
            if (at instanceof ScrollBar) {
                look();
                return;
            }
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case UP, DOWN, PAGE_UP, PAGE_DOWN, HOME, END -> look();
            default -> {}
        }
    }

    /** After the event has done its work. */
    private void look() {
        Platform.runLater(() -> following.set(atNewest()));
    }

    private boolean atNewest() {
        ScrollBar scroll = bar();
        if (scroll == null || !scroll.isVisible()) {
            return true;
        }
        double row = table.getFixedCellSize() / Math.max(1, model.size() * table.getFixedCellSize());
        return newestFirst()
                ? scroll.getValue() <= scroll.getMin() + row
                : scroll.getValue() >= scroll.getMax() - row;
    }

    private @Nullable VirtualFlow<?> flow() {
        if (flow == null && table.lookup(".virtual-flow") instanceof VirtualFlow<?> found) {
            flow = found;
        }
        return flow;
    }

    private @Nullable ScrollBar bar() {
        VirtualFlow<?> inside = flow();
        if (bar == null && inside != null) {
            for (Node child : inside.lookupAll(".scroll-bar")) {
                if (child instanceof ScrollBar scroll && scroll.getOrientation() == Orientation.VERTICAL) {
                    bar = scroll;
                }
            }
        }
        return bar;
    }
}
