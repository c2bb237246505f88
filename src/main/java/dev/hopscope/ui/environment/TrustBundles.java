package dev.hopscope.ui.environment;

import dev.hopscope.trust.TrustFiles;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Buttons that write the system's authorities with ours into a file the user names. FX thread. Writes nothing itself. */
final class TrustBundles extends VBox {
    TrustBundles(TrustModel model, EnvironmentActions actions) {
        getStyleClass().add("trust-part");
        Label title = new Label(Messages.text("trust.bundle"));
        title.getStyleClass().add("section-title");
        Label how = new Label(Messages.text("trust.bundle.how"));
        how.getStyleClass().add("secondary");
        how.setWrapText(true);
        getChildren()
                .addAll(
                        title,
                        how,
                        button(
                                "trust.bundle.write",
                                "trust-bundle",
                                TrustFiles.BUNDLE,
                                model,
                                actions,
                                model::writeBundle),
                        button(
                                "trust.store.write",
                                "trust-store",
                                TrustFiles.TRUST_STORE,
                                model,
                                actions,
                                model::writeTrustStore));
    }

    private static Button button(
            String key, String id, String name, TrustModel model, EnvironmentActions actions, Consumer<Path> write) {
        Button button = new Button(Messages.text(key), new Glyph("bi-download"));
        button.setId(id);
        button.getStyleClass().add("small");
        button.setOnAction(e -> actions.fileToWrite(name).ifPresent(write));
        model.authorityProperty().subscribe(now -> button.setDisable(now == null));
        return button;
    }
}
