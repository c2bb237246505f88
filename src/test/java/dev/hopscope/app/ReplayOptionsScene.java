package dev.hopscope.app;

import dev.hopscope.ui.Screen;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.stage.Stage;

/** How a request is sent again. */
final class ReplayOptionsScene implements PictureScene {
    @Override
    public void take(Pictures pictures) throws Exception {
        pictures.select(row -> row.path().equals("/account"));
        pictures.menu("Replay with options…");
        Stage dialog = pictures.dialog();
        Screen.run(() -> {
            ((ComboBox<?>) dialog.getScene().lookup("#replay-place"))
                    .getEditor()
                    .setText("localhost:3000");
            dialog.getScene().getRoot().lookupAll(".check-box").stream()
                    .map(CheckBox.class::cast)
                    .filter(box -> box.getText().startsWith("Follow redirects"))
                    .forEach(box -> box.setSelected(true));
        });
        pictures.save("replay-options", dialog, () -> {});
        Screen.run(dialog::close);
        pictures.home();
    }
}
