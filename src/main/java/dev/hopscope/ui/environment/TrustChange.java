package dev.hopscope.ui.environment;

import dev.hopscope.proxy.AuthorityChanges;
import dev.hopscope.proxy.AuthorityChanges.Done;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Buttons that put another authority in the place of this one. FX thread; done in the background. Shows no key. */
final class TrustChange extends VBox {
    private final TrustModel model;
    private final EnvironmentActions actions;
    private final Background background;
    private final Consumer<Done> done;
    private final Button own = button("trust.own", "bi-box-arrow-in-down", "trust-import");
    private final Button another = button("trust.another", "bi-arrow-repeat", "trust-regenerate");

    /** @param done what else is to happen once another is in force */
    TrustChange(TrustModel model, EnvironmentActions actions, Background background, Consumer<Done> done) {
        this.model = model;
        this.actions = actions;
        this.background = background;
        this.done = done;
        getStyleClass().add("trust-part");
        Label title = new Label(Messages.text("trust.change"));
        title.getStyleClass().add("section-title");
        Label how = new Label(Messages.text("trust.change.how"));
        how.getStyleClass().add("secondary");
        how.setWrapText(true);
        own.setOnAction(e -> actions.fileToRead(Messages.text("trust.own.title"))
                .ifPresent(file -> {
                    if (actions.confirm(
                            Messages.text("trust.own.question"),
                            Messages.text("trust.change.consequence"),
                            Messages.text("trust.own.verb"))) {
                        takeOver(file, null);
                    }
                }));
        another.setOnAction(e -> {
            if (actions.confirm(
                    Messages.text("trust.another.question"),
                    Messages.text("trust.change.consequence"),
                    Messages.text("trust.another.verb"))) {
                run(AuthorityChanges::regenerate, "trust.another.done", null);
            }
        });
        model.authorityProperty().subscribe(now -> enable(now != null));
        FlowPane buttons = new FlowPane(own, another);
        buttons.getStyleClass().add("trust-line");
        getChildren().addAll(title, how, buttons);
    }

    private static Button button(String key, String icon, String id) {
        Button button = new Button(Messages.text(key), new Glyph(icon));
        button.setId(id);
        button.getStyleClass().add("small");
        return button;
    }

    private void enable(boolean on) {
        own.setDisable(!on);
        another.setDisable(!on);
    }

    private interface Change {
        Done on(AuthorityChanges changes) throws java.io.IOException;
    }

    private void takeOver(Path file, @Nullable String password) {
        run(changes -> changes.takeOver(file, null, password), "trust.own.done", file);
    }

    /** @param opened asked a password for, where it needs one; null for none */
    private void run(Change change, String doneKey, @Nullable Path opened) {
        enable(false);
        background.run(
                () -> change.on(actions.authorities()),
                made -> {
                    enable(true);
                    model.is(made.authority());
                    model.say(
                            true,
                            Messages.text(doneKey, made.authority().fingerprint(), String.valueOf(made.former())));
                    done.accept(made);
                },
                e -> {
                    enable(true);
                    model.say(false, Messages.text("trust.change.failed", String.valueOf(e.getMessage())));
                    if (e instanceof AuthorityChanges.PasswordNeeded && opened != null) {
                        actions.password(String.valueOf(e.getMessage())).ifPresent(word -> takeOver(opened, word));
                    }
                });
    }
}
