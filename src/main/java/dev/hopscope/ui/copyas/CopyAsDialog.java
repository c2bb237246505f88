package dev.hopscope.ui.copyas;

import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.fxml.FXMLLoader;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Modality;
import javafx.stage.Stage;

/** Requests as code, looked at before they are copied or saved, in a window of its own. FX thread. Reads no session itself. */
public final class CopyAsDialog {
    private final Stage window = new Stage();
    private final CopyAsController controller;

    public CopyAsDialog(CopyAsModel model, Background background, CopyAsActions actions) {
        controller = new CopyAsController(model, background, actions, window::close);
    }

    /** Opens over its window. */
    public void show(Stage owner, Theme theme) {
        FXMLLoader loader = new FXMLLoader(
                CopyAsDialog.class.getResource("/dev/hopscope/ui/copyas/copyas.fxml"), Messages.bundle());
        loader.setControllerFactory(type -> controller);
        Scene scene;
        try {
            scene = new Scene(loader.load(), 900, 600);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        theme.install(scene);
        // a filter, since a list takes the key for itself
        scene.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE && !controller.finds(e.getTarget())) {
                e.consume();
                window.close();
            }
        });
        window.initOwner(owner);
        window.initModality(Modality.WINDOW_MODAL);
        window.setTitle(Messages.text("copyas.title"));
        window.setOnHidden(e -> theme.release(scene));
        window.setScene(scene);
        window.show();
        controller.targets().requestFocus();
    }

    /** The window, for tests and pictures. */
    public Stage window() {
        return window;
    }
}
