package dev.hopscope.app;

import dev.hopscope.ui.Screen;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;

/** A request as code, with its token masked. */
final class CopyAsScene implements PictureScene {
    @Override
    public void take(Pictures pictures) throws Exception {
        pictures.select(row -> row.path().equals("/api/orders"));
        pictures.press(KeyCode.C, KeyCombination.CONTROL_DOWN, KeyCombination.ALT_DOWN);
        Stage dialog = pictures.dialog();
        Screen.run(() -> {
            ((CheckBox) dialog.getScene().lookup("#copyas-mask")).setSelected(true);
            ListView<?> targets = (ListView<?>) dialog.getScene().lookup("#copyas-targets");
            for (int i = 0; i < targets.getItems().size(); i++) {
                if (targets.getItems().get(i).toString().contains("requests")) {
                    targets.getSelectionModel().select(i);
                }
            }
        });
        pictures.save("copy-as", dialog, () -> {});
        Screen.run(dialog::close);
        pictures.home();
    }
}
