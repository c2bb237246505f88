package dev.hopscope.app;

import dev.hopscope.ui.Screen;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

/** The preferences, page by page; README and guide show the first. */
final class PreferencesScene implements PictureScene {
    @Override
    public void take(Pictures pictures) throws Exception {
        Screen.run(() -> ((javafx.scene.control.Button) pictures.scene().lookup("#preferences")).fire());
        Stage dialog = pictures.dialog();
        pictures.save("preferences", dialog, () -> {});
        Screen.run(() -> ((ToggleButton) dialog.getScene().lookup("#page-limits")).fire());
        pictures.look("preferences-limits", dialog);
        Screen.run(dialog::close);
        pictures.home();
    }
}
