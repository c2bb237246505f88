package dev.hopscope.ui.compare;

import dev.hopscope.ui.body.Clips;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Tips;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** The bar above a comparison: back, count, layout, order, ignored fields, from change to change, copy; how far a slow one is. FX thread. */
final class CompareBar extends HBox {
    /** Work that is done sooner shows no progress. */
    private static final Duration FELT = Duration.millis(150);

    private final CompareModel model;
    private final Label title = new Label(Messages.text("compare.title"));
    private final Label count = new Label();
    private final Label place = new Label();
    private final ToggleButton split = new ToggleButton(Messages.text("compare.split"));
    private final ToggleButton unified = new ToggleButton(Messages.text("compare.unified"));
    private final ToggleButton order = new ToggleButton(Messages.text("compare.ignoreOrder"), new Glyph("bi-check2"));
    private final Button previous = icon("bi-chevron-up", "compare.previous");
    private final Button next = icon("bi-chevron-down", "compare.next");
    private final Button copy = new Button(Messages.text("compare.copy"), new Glyph("bi-clipboard"));
    private final ProgressBar progress = new ProgressBar();
    private final Button cancel = new Button(Messages.text("compare.cancel"));
    private final HBox busy = new HBox(progress, cancel);
    private final PauseTransition felt = new PauseTransition(FELT);

    CompareBar(CompareModel model, CompareWords words, Runnable close) {
        this.model = model;
        getStyleClass().addAll("crumb-bar", "compare-bar");
        Button back = new Button(Messages.text("compare.back"), new Glyph("bi-arrow-left"));
        back.getStyleClass().addAll("quiet", "small");
        back.setMinWidth(USE_PREF_SIZE);
        back.setOnAction(e -> close.run());
        Tips.on(back, Messages.text("compare.back.tip"));
        title.getStyleClass().add("section-title");
        title.setMinWidth(USE_PREF_SIZE);
        count.getStyleClass().add("compare-count");
        count.setMinWidth(USE_PREF_SIZE);
        count.setId("compare-count");
        place.getStyleClass().addAll("number", "secondary");
        place.setMinWidth(USE_PREF_SIZE);
        place.setId("compare-place");
        layoutButtons();
        busy(close);
        copy.getStyleClass().addAll("quiet", "small");
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setId("compare-copy");
        Tips.name(copy, Messages.text("compare.copy.tip"));
        copy.setOnAction(e -> model.copy(words, Clips::put));
        previous.setOnAction(e -> model.go(-1));
        next.setOnAction(e -> model.go(1));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        IgnoredFields ignored = new IgnoredFields(model);
        getChildren()
                .addAll(back, title, count, busy, space, split, unified, order, ignored, previous, next, place, copy);
        widthProperty().subscribe(w -> arrange());
    }

    private void layoutButtons() {
        split.getStyleClass().addAll("quiet", "small");
        unified.getStyleClass().addAll("quiet", "small");
        order.getStyleClass().addAll("quiet", "small");
        order.setId("compare-order");
        order.setAccessibleText(Messages.text("compare.ignoreOrder"));
        split.setMinWidth(USE_PREF_SIZE);
        unified.setMinWidth(USE_PREF_SIZE);
        order.setMinWidth(USE_PREF_SIZE);
        Tips.on(order, Messages.text("compare.ignoreOrder.tip"));
        split.setOnAction(e -> model.setUnified(false));
        unified.setOnAction(e -> model.setUnified(true));
        order.setOnAction(e -> model.setIgnoreOrder(order.isSelected()));
    }

    private void busy(Runnable close) {
        busy.getStyleClass().add("compare-busy");
        busy.setVisible(false);
        progress.setAccessibleText(Messages.text("compare.busy"));
        cancel.getStyleClass().add("small");
        cancel.setId("compare-cancel");
        cancel.setOnAction(e -> {
            model.cancel();
            if (model.stateProperty().get() instanceof CompareModel.Nothing) {
                close.run();
            }
        });
        progress.progressProperty().bind(model.progressProperty());
        felt.setOnFinished(e -> busy.setVisible(model.busyProperty().get()));
        model.busyProperty().subscribe(on -> {
            if (on) {
                felt.playFromStart();
            } else {
                felt.stop();
                busy.setVisible(false);
            }
        });
    }

    /** Shows how things stand in the model. */
    void show() {
        int changes = model.changes();
        boolean shown = model.stateProperty().get() instanceof CompareModel.Shown;
        count.setText(shown ? Messages.text("compare.differences", changes) : "");
        count.setVisible(shown);
        split.setSelected(!model.unified());
        unified.setSelected(model.unified());
        order.setSelected(model.optionsProperty().get().ignoreOrder());
        previous.setDisable(changes == 0);
        next.setDisable(changes == 0);
        copy.setDisable(changes == 0);
        int at = model.place();
        place.setText(at == 0 ? "" : Messages.text("compare.place", at, changes));
        place.setVisible(at != 0);
    }

    /** Icons alone where it is narrow. */
    private void arrange() {
        double ems = getWidth() / place.getFont().getSize();
        boolean narrow = ems < 88;
        title.setVisible(!narrow);
        title.setManaged(!narrow);
        order.setText(ems < 78 ? "" : Messages.text("compare.ignoreOrder"));
        copy.setText(narrow ? "" : Messages.text("compare.copy"));
    }

    private static Button icon(String literal, String key) {
        Button button = new Button("", new Glyph(literal));
        button.getStyleClass().addAll("quiet", "icon-only", "small");
        button.setMinWidth(USE_PREF_SIZE);
        Tips.name(button, Messages.text(key));
        return button;
    }
}
