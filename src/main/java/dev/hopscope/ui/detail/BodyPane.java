package dev.hopscope.ui.detail;

import dev.hopscope.inspect.body.BodyRendering;
import dev.hopscope.ui.body.RenderingPane;
import dev.hopscope.ui.body.ViewChooser;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Figures;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Tips;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The body of a message: chooser of views, what was done to its bytes, the drawing, and more on demand. FX thread. */
final class BodyPane extends VBox {
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final BodyModel model;
    private final DetailActions actions;
    private final Background background;
    private final ViewChooser chooser = new ViewChooser();
    private final Button find = icon("bi-search", "body.find");
    private final Button copy = icon("bi-clipboard", "body.copy");
    private final Button save = icon("bi-download", "body.save");
    private final Label words = new Label();
    private final Label saved = new Label();
    private final Label nothing = new Label();
    private final RenderingPane rendering;
    private final Button more = new Button(Messages.text("body.more"));
    private final HBox foot = new HBox(more);
    private final ContextMenu choices = new ContextMenu();

    BodyPane(BodyModel model, DetailActions actions, Background background) {
        this.model = model;
        this.actions = actions;
        this.background = background;
        rendering = new RenderingPane(background);
        getStyleClass().add("body-pane");
        setMinSize(0, 0);
        Label title = new Label(Messages.text("body.title"));
        title.getStyleClass().add("section-title");
        title.setMinWidth(USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(title, space, chooser, find, copy, save);
        bar.getStyleClass().add("section-bar");
        words.getStyleClass().addAll("caption", "secondary", "body-words");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        saved.getStyleClass().addAll("caption", "secondary", "body-words");
        saved.setWrapText(true);
        nothing.getStyleClass().addAll("tertiary", "nothing");
        nothing.setWrapText(true);
        more.getStyleClass().addAll("default", "small");
        more.setOnAction(e -> model.more());
        foot.getStyleClass().add("body-foot");
        StackPane center = new StackPane(rendering);
        VBox.setVgrow(center, Priority.ALWAYS);
        center.setMinSize(0, 0);
        getChildren().addAll(bar, words, saved, nothing, center, foot);
        chooser.setOnChoice(model::choose);
        find.setOnAction(e -> rendering.find());
        copy.setOnAction(e -> rendering.copy());
        save.setOnAction(e -> save());
        rendering.findableProperty().subscribe(can -> {
            find.setDisable(!can);
            Tips.name(find, Messages.text(can ? "body.find" : "body.find.noText"));
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (FIND.match(event) && !(event.getTarget() instanceof Node node && inRendering(node))) {
                rendering.find();
                event.consume();
            }
        });
        model.stateProperty().subscribe(this::show);
        model.busyProperty().subscribe(busy -> more.setDisable(busy));
    }

    void setWatched(boolean watched) {
        model.setWatched(watched);
    }

    private void show(BodyModel.State state) {
        saved.setText("");
        visible(saved, false);
        switch (state) {
            case BodyModel.None n -> nothing(Messages.text("body.none"));
            case BodyModel.Unread u -> nothing(Messages.text("body.reading"));
            case BodyModel.Coming c -> nothing(Messages.text("body.coming", Figures.size(c.passed())));
            case BodyModel.Unreadable u -> nothing(Messages.text("body.unreadable", u.cause()));
            case BodyModel.Ready r -> ready(r);
        }
    }

    private void nothing(String text) {
        nothing.setText(text);
        visible(nothing, true);
        visible(words, false);
        visible(foot, false);
        List.of(chooser, find, copy, save).forEach(node -> visible(node, false));
        rendering.show(null);
    }

    private void ready(BodyModel.Ready ready) {
        chooser.show(ready.views(), ready.view());
        words.setText(BodyWords.of(ready));
        visible(nothing, false);
        visible(words, true);
        List.of(chooser, find, copy, save).forEach(node -> visible(node, true));
        boolean copies = rendering.copies(ready.rendering());
        copy.setDisable(!copies);
        boolean saves = model.saver() != null;
        visible(save, saves);
        Tips.name(copy, Messages.text(copies ? "body.copy" : "body.copy.none"));
        boolean hexOfAll = ready.rendering() instanceof BodyRendering.Hex h
                && h.source() == ready.sample().recorded();
        boolean textFull = ready.rendering() instanceof BodyRendering.Text t && t.cut();
        visible(foot, ready.sample().more() && !hexOfAll && !textFull);
        rendering.show(ready.rendering());
    }

    private void save() {
        BodySaver saver = model.saver();
        if (saver == null) {
            return;
        }
        if (!saver.coded()) {
            save(saver.suggestedName(), saver::save);
            return;
        }
        MenuItem decoded = new MenuItem(Messages.text("body.save.decoded"));
        decoded.setId("save-decoded");
        decoded.setOnAction(e -> save(saver.suggestedName(), saver::save));
        MenuItem asPassed = new MenuItem(Messages.text("body.save.asPassed", String.join(", ", saver.codings())));
        asPassed.setId("save-as-passed");
        asPassed.setOnAction(e -> save(saver.nameAsPassed(), saver::saveAsPassed));
        choices.getItems().setAll(decoded, asPassed);
        choices.show(save, Side.BOTTOM, 0, 0);
    }

    /** Writes to a file. */
    private interface Way {
        BodySaver.Saved to(Path file) throws IOException;
    }

    private void save(String name, Way way) {
        actions.chooseFile(name).ifPresent(file -> {
            save.setDisable(true);
            said(Messages.text("body.saving"));
            background.run(
                    () -> BodyWords.of(way.to(file)),
                    this::said,
                    failure -> said(Messages.text("body.saveFailed", String.valueOf(failure.getMessage()))));
        });
    }

    private void said(String text) {
        saved.setText(text);
        visible(saved, true);
        save.setDisable(text.equals(Messages.text("body.saving")));
    }

    private boolean inRendering(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (n == rendering) {
                return true;
            }
        }
        return false;
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static Button icon(String literal, String key) {
        Button button = new Button("", new Glyph(literal));
        button.getStyleClass().addAll("quiet", "icon-only", "small");
        button.setMinWidth(USE_PREF_SIZE);
        Tips.name(button, Messages.text(key));
        return button;
    }
}
