package dev.hopscope.ui.shell;

import dev.hopscope.ui.kit.Figures;
import dev.hopscope.ui.kit.Memory;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.table.ExchangeTable;
import dev.hopscope.ui.table.ExchangeTableModel;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What stands where rows would: the guide below the first few, or why none is shown. FX thread. */
final class Cover extends StackPane {
    /** The guide makes room when there are more; where it would have to scroll, after a third of them. */
    private static final int FIRST_ROWS = 9;

    private static final String KEY = "guide";

    private final ShellModel model;
    private final ExchangeTable table;
    private final Memory memory;
    private @org.jspecify.annotations.Nullable Node content;
    private final ScrollPane guidePlace = new ScrollPane();
    private final VBox noRows = new VBox();
    private final Label headline = new Label();
    private final Label detail = new Label();
    private final Button remedy = new Button();
    private final Runnable clearFilter;
    private final Runnable showTunnels;
    private final ReadOnlyBooleanWrapper guiding = new ReadOnlyBooleanWrapper(this, "guiding");

    Cover(ShellModel model, ExchangeTable table, Memory memory, Runnable clearFilter, Runnable showTunnels) {
        this.model = model;
        this.table = table;
        this.memory = memory;
        this.clearFilter = clearFilter;
        this.showTunnels = showTunnels;
        setPickOnBounds(false);
        build();
        table.model().countsProperty().subscribe(counts -> show());
        table.model().filterProperty().subscribe(filter -> show());
        table.model().addListener((javafx.beans.InvalidationListener) o -> show());
        table.selectedProperty().subscribe(id -> show());
        model.sessionProperty().subscribe(session -> show());
        table.view().fixedCellSizeProperty().subscribe(height -> show());
    }

    private void build() {
        guidePlace.setFitToWidth(true);
        guidePlace.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        guidePlace.setFocusTraversable(false);
        headline.getStyleClass().add("strong");
        detail.getStyleClass().add("secondary");
        HBox words = new HBox(4, headline, detail);
        words.setAlignment(Pos.CENTER);
        HBox buttons = new HBox(remedy);
        buttons.getStyleClass().add("buttons");
        noRows.getStyleClass().add("no-match");
        noRows.getChildren().setAll(words, buttons);
        getChildren().setAll(guidePlace, noRows);
    }

    /** Takes the guide to be shown. */
    void use(Node guide) {
        StackPane centred = new StackPane(guide);
        centred.setAlignment(Pos.TOP_CENTER);
        guidePlace.setContent(centred);
        content = guide;
    }

    /** So many rows leave the guide its height, within bounds. */
    private int most() {
        double guide = content == null ? 0 : content.prefHeight(-1);
        double left = getHeight() - guide - 1.1 * table.rowHeight();
        return (int) Math.clamp(left / table.rowHeight(), FIRST_ROWS / 3.0, FIRST_ROWS);
    }

    /** Whether the guide is shown. */
    ReadOnlyBooleanProperty guidingProperty() {
        return guiding.getReadOnlyProperty();
    }

    boolean guideWanted() {
        return !"hidden".equals(memory.get(KEY));
    }

    void setGuide(boolean on) {
        memory.put(KEY, on ? "shown" : "hidden");
        show();
    }

    private void show() {
        ExchangeTableModel rows = table.model();
        ExchangeTableModel.Counts counts = rows.countsProperty().get();
        boolean active = rows.filterProperty().get().active();
        boolean live = model.sessionProperty().get() == null
                || !model.sessionProperty().get().readOnly();
        boolean guided = live
                && guideWanted()
                && !active
                && rows.size() <= most()
                && counts.rows() - counts.openedTunnels() <= most()
                && table.selectedProperty().get() == null;
        guiding.set(guided);
        guidePlace.setVisible(guided);
        if (guided) {
            double row = table.rowHeight();
            setMargin(guidePlace, new Insets(row * 1.1 + row * rows.size(), 0, 0, 0));
        }
        noRows.setVisible(!guided && rows.isEmpty());
        if (noRows.isVisible()) {
            explain(counts, active);
        }
    }

    private void explain(ExchangeTableModel.Counts counts, boolean active) {
        boolean onlyTunnels = !active && counts.rows() > 0;
        headline.setText(Messages.text(active ? "empty.noMatch" : onlyTunnels ? "empty.tunnels" : "empty.none"));
        int hidden = counts.rows();
        detail.setText(hidden == 0 ? "" : Messages.text("empty.hidden", hidden, Figures.count(hidden)));
        remedy.setText(Messages.text(active ? "empty.clearFilter" : onlyTunnels ? "empty.showTunnels" : "empty.guide"));
        remedy.setOnAction(
                e -> (active ? clearFilter : onlyTunnels ? showTunnels : (Runnable) () -> setGuide(true)).run());
    }
}
