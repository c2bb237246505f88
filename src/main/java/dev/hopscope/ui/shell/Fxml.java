package dev.hopscope.ui.shell;

import dev.hopscope.ui.kit.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.util.Callback;

/** Loads the window's FXML with controllers made by us. FX thread. */
final class Fxml {
    private Fxml() {}

    /** @param name of a file in this package's resources, without its ending */
    static Parent load(String name, Callback<Class<?>, Object> controllers) {
        URL file = Objects.requireNonNull(Fxml.class.getResource("/dev/hopscope/ui/shell/" + name + ".fxml"), name);
        FXMLLoader loader = new FXMLLoader(file, Messages.bundle());
        loader.setControllerFactory(controllers);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
