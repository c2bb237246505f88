package dev.hopscope.ui.shell;

import dev.hopscope.ui.kit.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.PasswordField;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Asks by the dialogs of the system and of the toolkit, over one window. FX thread. */
final class StageQuestions implements Questions {
    private final Stage owner;
    private final Consumer<Scene> style;

    StageQuestions(Stage owner, Consumer<Scene> style) {
        this.owner = owner;
        this.style = style;
    }

    @Override
    public Optional<Path> fileToOpen() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("file.open.title"));
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(Messages.text("file.kind.session"), List.of("*.hops")),
                        new FileChooser.ExtensionFilter(Messages.text("file.kind.any"), List.of("*")));
        return path(chooser.showOpenDialog(owner));
    }

    @Override
    public Optional<Path> fileToWrite(String name, String kind, String ending) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("file.save.title"));
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter(kind, List.of("*" + ending)));
        return path(chooser.showSaveDialog(owner));
    }

    @Override
    public boolean confirm(String question, String consequence, String verb) {
        return confirm(question, consequence, verb, false);
    }

    @Override
    public boolean confirmLoss(String question, String consequence, String verb) {
        return confirm(question, consequence, verb, true);
    }

    private boolean confirm(String question, String consequence, String verb, boolean loss) {
        Alert alert = new Alert(Alert.AlertType.NONE);
        alert.initOwner(owner);
        alert.setTitle(Messages.text("window.title"));
        alert.setHeaderText(question);
        alert.setContentText(consequence);
        ButtonType yes = new ButtonType(verb, ButtonBar.ButtonData.OK_DONE);
        alert.getButtonTypes()
                .setAll(yes, new ButtonType(Messages.text("button.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
        style.accept(alert.getDialogPane().getScene());
        if (loss) {
            alert.getDialogPane().lookupButton(yes).getStyleClass().add("loss");
        }
        return alert.showAndWait().filter(yes::equals).isPresent();
    }

    @Override
    public Optional<String> password(String why) {
        PasswordField field = new PasswordField();
        field.setAccessibleText(Messages.text("trust.password"));
        Alert alert = new Alert(Alert.AlertType.NONE);
        alert.initOwner(owner);
        alert.setTitle(Messages.text("window.title"));
        alert.setHeaderText(why);
        alert.getDialogPane().setContent(field);
        ButtonType yes = new ButtonType(Messages.text("trust.own.verb"), ButtonBar.ButtonData.OK_DONE);
        alert.getButtonTypes()
                .setAll(yes, new ButtonType(Messages.text("button.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
        alert.setOnShown(e -> field.requestFocus());
        style.accept(alert.getDialogPane().getScene());
        return alert.showAndWait().filter(yes::equals).map(button -> field.getText());
    }

    private static Optional<Path> path(@Nullable File file) {
        return Optional.ofNullable(file).map(File::toPath);
    }
}
