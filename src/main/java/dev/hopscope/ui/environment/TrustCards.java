package dev.hopscope.ui.environment;

import dev.hopscope.trust.TrustRecipe;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The commands of the chosen recipe, and those that take it back. FX thread. Runs none of them. */
final class TrustCards extends SplitPane {
    /** Two texts side by side need this much. */
    private static final double SIDE_BY_SIDE = 760;

    private final TrustModel model;
    private final EnvironmentActions actions;
    private final ListView<CodeRow> install = new ListView<>();
    private final ListView<CodeRow> removal = new ListView<>();

    TrustCards(TrustModel model, EnvironmentActions actions) {
        this.model = model;
        this.actions = actions;
        getItems()
                .addAll(
                        card("trust.install", "trust-install", "", install, model::install),
                        card("trust.remove", "trust-remove", "-remove", removal, model::removal));
        widthProperty()
                .subscribe(width ->
                        setOrientation(getWidth() >= SIDE_BY_SIDE ? Orientation.HORIZONTAL : Orientation.VERTICAL));
        model.recipe.subscribe(one -> show());
        model.authorityProperty().subscribe(now -> show());
    }

    private void show() {
        TrustRecipe recipe = model.recipe.get();
        install.getItems().setAll(CodeRow.of(model.install(), recipe.note()));
        removal.getItems().setAll(CodeRow.of(model.removal(), recipe.removalNote()));
    }

    private VBox card(String titleKey, String id, String suffix, ListView<CodeRow> text, Supplier<List<String>> lines) {
        text.setId(id);
        text.getStyleClass().add("code-rows");
        text.setCellFactory(view -> new CodeCell());
        text.setAccessibleText(Messages.text(titleKey));
        VBox.setVgrow(text, Priority.ALWAYS);
        Label title = new Label(Messages.text(titleKey));
        title.getStyleClass().add("strong");
        title.setMinWidth(Label.USE_PREF_SIZE);
        Label gap = new Label();
        gap.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button save = button("environment.save", "bi-download", id + "-save", "quiet");
        save.setOnAction(
                e -> actions.fileToWrite("hopscope-trust-" + model.recipe.get().id() + suffix + ".txt")
                        .ifPresent(file -> model.save(file, lines.get())));
        Button copy = button("environment.copy", "bi-clipboard", id + "-copy", suffix.isEmpty() ? "primary" : "small");
        copy.setOnAction(e -> actions.copy(String.join("\n", lines.get()) + "\n"));
        text.itemsProperty().get().addListener((javafx.beans.Observable rows) -> {
            boolean none = lines.get().isEmpty();
            save.setDisable(none);
            copy.setDisable(none);
        });
        HBox head = new HBox(title, gap, save, copy);
        head.getStyleClass().add("card-head");
        VBox card = new VBox(head, text);
        card.getStyleClass().add("card");
        return card;
    }

    private static Button button(String key, String icon, String id, String style) {
        Button button = new Button(Messages.text(key), new Glyph(icon));
        button.setId(id);
        button.getStyleClass().addAll(style, "small");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }
}
