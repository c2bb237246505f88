package dev.hopscope.app;

import dev.hopscope.ui.Screen;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;

/** Two exchanges side by side. */
final class CompareScene implements PictureScene {
    @Override
    public void take(Pictures pictures) throws Exception {
        pictures.select(row -> row.path().equals("/api/cart?currency=EUR&page=2"));
        pictures.selectToo(row -> row.path().equals("/api/cart?currency=EUR"));
        pictures.press(KeyCode.D, KeyCombination.CONTROL_DOWN);
        Screen.frames(60);
        pictures.save("compare");
        pictures.home();
    }
}
