package dev.hopscope.ui.shell;

import dev.hopscope.ui.kit.Banner;
import dev.hopscope.ui.kit.Memory;
import dev.hopscope.ui.kit.Theme;
import dev.hopscope.ui.table.ExchangeTable;
import java.util.List;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Where the panes of the window stand: rows, what covers them, detail at the right or the bottom. FX thread. Knows no exchange. */
public final class ShellController {
    /** Where the user wants the detail pane. */
    enum DetailPlace {
        AUTOMATIC,
        RIGHT,
        BOTTOM
    }

    /** Below this width the window is narrow. */
    static final double NARROW = 1100;

    private static final double RIGHT = 440;
    private static final double RIGHT_LEAST = 360;
    private static final double BOTTOM = 246;
    private static final double BOTTOM_LEAST = 180;
    /** Share of the height beside the detail that a pane below the rows may take. */
    private static final double BELOW_MOST = 0.6;

    private final ShellModel model;
    private final ExchangeTable table;
    private final Node cover;
    private final StackPane detail = new StackPane();
    private final Memory memory;
    private boolean detailShown;
    /** Of the text, 1 as it is at first. */
    private double scale = 1;
    /** What {@link #showOver} hides; null while it hides nothing. */
    private @Nullable Node before;

    private boolean topBefore = true;

    @FXML
    private BorderPane root;

    @FXML
    private StackPane banner;

    @FXML
    private SplitPane split;

    @FXML
    private BorderPane left;

    @FXML
    private StackPane rows;

    /**
     * @param cover what lies over the rows while there are none
     * @param detailNode the detail pane, null in a window without one
     */
    @SuppressWarnings("NullAway.Init") // the loader sets the fields before initialize
    ShellController(ShellModel model, ExchangeTable table, Node cover, @Nullable Parent detailNode, Memory memory) {
        this.model = model;
        this.table = table;
        this.cover = cover;
        this.memory = memory;
        if (detailNode != null) {
            detail.getChildren().setAll(detailNode);
        }
    }

    @FXML
    private void initialize() {
        rows.getChildren().setAll(table, cover);
        detail.getStyleClass().add("detail-place");
        SplitPane.setResizableWithParent(detail, false);
        root.widthProperty().subscribe(width -> measure());
        model.narrowProperty().subscribe(narrow -> {
            table.setNarrow(narrow);
            arrange();
        });
        split.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> remember());
        split.widthProperty().subscribe(width -> divide());
        split.heightProperty().subscribe(height -> divide());
        banner.setManaged(false);
    }

    /** @param pixels of body text: what is narrow is so in its measure */
    void setTextSize(int pixels) {
        scale = pixels / (double) Theme.DEFAULT_TEXT_SIZE;
        measure();
        arrange();
    }

    private void measure() {
        model.narrowProperty().set(root.getWidth() < NARROW * scale);
    }

    BorderPane root() {
        return root;
    }

    Node detail() {
        return detail;
    }

    void show(@Nullable Banner shown) {
        banner.getChildren().setAll(shown == null ? List.of() : List.of(shown));
        banner.setManaged(shown != null);
    }

    /** Gives the detail its place, or takes it away. */
    void showDetail(boolean on) {
        boolean wanted = on && !detail.getChildren().isEmpty();
        if (wanted != detailShown) {
            detailShown = wanted;
            arrange();
        }
    }

    /** Puts a pane below the rows, or takes it away. */
    void showBelow(@Nullable Region pane) {
        if (left.getBottom() instanceof Region before) {
            before.maxHeightProperty().unbind();
        }
        if (pane != null) {
            // a small window keeps some rows of the table
            pane.maxHeightProperty().bind(left.heightProperty().multiply(BELOW_MOST));
        }
        left.setBottom(pane);
    }

    /** Gives the detail the whole window but the status bar, or gives it back its place; without effect where there is no detail. */
    boolean setFocused(boolean on) {
        if (on && !detailShown) {
            return false;
        }
        if (on) {
            split.getItems().remove(detail);
            detail.setMinSize(0, 0);
        }
        if (before != null) {
            before = on ? detail : split;
            topBefore = !on;
            return true;
        }
        root.getTop().setVisible(!on);
        root.getTop().setManaged(!on);
        root.setCenter(on ? detail : split);
        if (!on) {
            arrange();
        }
        return true;
    }

    /** Gives another pane the whole window but the status bar; null gives it back to the rows. */
    void showWhole(@Nullable Node pane) {
        if (before != null) {
            before = pane == null ? split : pane;
            topBefore = pane == null;
            return;
        }
        root.getTop().setVisible(pane == null);
        root.getTop().setManaged(pane == null);
        root.setCenter(pane == null ? split : pane);
        if (pane == null) {
            arrange();
        }
    }

    /** Gives a node the whole window but the status bar; null gives the window back to what was there before. */
    void showOver(@Nullable Node over) {
        boolean on = over != null;
        if (on && before == null) {
            before = root.getCenter();
            topBefore = root.getTop().isVisible();
        }
        Node back = before;
        root.getTop().setVisible(!on && topBefore);
        root.getTop().setManaged(!on && topBefore);
        if (on) {
            root.setCenter(over);
        } else if (back != null) {
            before = null;
            root.setCenter(back);
            if (back == split) {
                arrange();
            }
        }
    }

    DetailPlace place() {
        String text = memory.get("detail.place");
        for (DetailPlace place : DetailPlace.values()) {
            if (place.name().equalsIgnoreCase(text)) {
                return place;
            }
        }
        return DetailPlace.AUTOMATIC;
    }

    void setPlace(DetailPlace place) {
        memory.put("detail.place", place.name().toLowerCase(java.util.Locale.ROOT));
        arrange();
    }

    private boolean atBottom() {
        return switch (place()) {
            case AUTOMATIC -> model.narrowProperty().get();
            case RIGHT -> false;
            case BOTTOM -> true;
        };
    }

    private void arrange() {
        if (split == null) {
            return;
        }
        boolean bottom = atBottom();
        split.setOrientation(bottom ? Orientation.VERTICAL : Orientation.HORIZONTAL);
        detail.setMinSize(bottom ? 0 : RIGHT_LEAST * scale, bottom ? BOTTOM_LEAST * scale : 0);
        if (detailShown && !split.getItems().contains(detail)) {
            split.getItems().add(detail);
        } else if (!detailShown) {
            split.getItems().remove(detail);
        }
        divide();
        // again once the new orientation has its size
        Platform.runLater(this::divide);
    }

    private void divide() {
        double whole = atBottom() ? split.getHeight() : split.getWidth();
        if (detailShown && whole > 0) {
            split.setDividerPositions(1 - Math.min(0.8, size() / whole));
        }
    }

    private double size() {
        String text = memory.get(atBottom() ? "detail.bottom" : "detail.right");
        // a small window keeps some rows of the table
        double usual = atBottom() ? Math.min(BOTTOM * scale, 0.55 * split.getHeight()) : RIGHT * scale;
        try {
            return text == null ? usual : Math.clamp(Double.parseDouble(text), 100, 4000);
        } catch (NumberFormatException e) {
            return usual;
        }
    }

    private void remember() {
        if (detailShown) {
            boolean bottom = atBottom();
            double now = bottom ? detail.getHeight() : detail.getWidth();
            if (Math.abs(now - size()) > 1) {
                memory.put(bottom ? "detail.bottom" : "detail.right", Long.toString(Math.round(now)));
            }
        }
    }
}
