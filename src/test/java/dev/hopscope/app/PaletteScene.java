package dev.hopscope.app;

import dev.hopscope.ui.Screen;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;

/** The commands over the rows, some letters typed. */
final class PaletteScene implements PictureScene {
    @Override
    public void take(Pictures pictures) throws Exception {
        pictures.select(row -> row.path().equals("/api/orders"));
        pictures.press(KeyCode.K, KeyCombination.CONTROL_DOWN);
        TextField field = (TextField) pictures.find("#paletteField");
        Screen.run(() -> field.setText("re"));
        pictures.save("palette");
        pictures.press(KeyCode.ESCAPE);
        pictures.home();
    }
}
