package dev.hopscope.app;

import dev.hopscope.ui.Screen;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListCell;
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
        Screen.frames(30);
        Screen.run(() -> {
            ((CheckBox) dialog.getScene().lookup("#copyas-mask")).setSelected(true);
            ListView<?> targets = (ListView<?>) dialog.getScene().lookup("#copyas-targets");
            targets.lookupAll(".list-cell").stream()
                    .map(ListCell.class::cast)
                    .filter(cell -> "Python requests".equals(cell.getText()))
                    .forEach(cell -> targets.getSelectionModel().select(cell.getIndex()));
        });
        pictures.save("copy-as", dialog, () -> {});
        Screen.run(dialog::close);
        pictures.home();
    }
}
