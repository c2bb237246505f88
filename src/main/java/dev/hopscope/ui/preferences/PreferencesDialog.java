package dev.hopscope.ui.preferences;

import dev.hopscope.proxy.ProxyState;
import dev.hopscope.settings.Settings;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.fxml.FXMLLoader;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The preferences in a window of their own. FX thread. Hands the change over when it is saved; applies nothing itself. */
public final class PreferencesDialog {
    /** Takes what the user changed and nothing else. */
    @FunctionalInterface
    public interface Saving {
        /**
         * @param refused is told why the new address cannot be used; nothing is changed then
         * @param done is run when all is in force
         */
        void save(UnaryOperator<Settings> change, Consumer<ProxyState.Failed> refused, Runnable done);
    }
    /** Names of its pages, in their order; their titles are the texts {@code preferences.NAME}. */
    public static final List<String> PAGES = PreferencesController.PAGES;

    private final PreferencesController controller;
    private final Stage window = new Stage();

    /**
     * @param patternProblem what is wrong with a host pattern, null if nothing
     * @param saving is asked when the user wants it saved; the window closes when it is done
     */
    public PreferencesDialog(Settings settings, Function<String, @Nullable String> patternProblem, Saving saving) {
        controller = new PreferencesController(
                new PreferencesModel(settings, patternProblem),
                (change, refused) -> saving.save(change, refused, window::close),
                window::close);
    }

    /** Opens over its window. */
    public void show(Stage owner, Theme theme) {
        FXMLLoader loader = new FXMLLoader(
                PreferencesDialog.class.getResource("/dev/hopscope/ui/preferences/preferences.fxml"),
                Messages.bundle());
        loader.setControllerFactory(type -> controller);
        Scene scene;
        try {
            double scale = theme.textSize() / (double) Theme.DEFAULT_TEXT_SIZE;
            Rectangle2D room = Screen.getPrimary().getVisualBounds();
            scene = new Scene(
                    loader.load(),
                    Math.min(780 * scale, room.getWidth() - 40),
                    Math.min(640 * scale, room.getHeight() - 60));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        theme.install(scene);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                window.close();
            }
        });
        window.initOwner(owner);
        window.initModality(Modality.WINDOW_MODAL);
        window.setTitle(Messages.text("preferences.title"));
        window.setOnHidden(e -> theme.release(scene));
        window.setScene(scene);
        window.show();
    }

    /** Brings a page to the front, once it is shown: {@code cache}. */
    public void open(String page) {
        controller.open(page);
    }

    Stage window() {
        return window;
    }
}
