package dev.hopscope.app;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;

/** The pane Environment: what makes clients trust the authority, and what takes it back. */
final class TrustScene implements PictureScene {
    @Override
    public void take(Pictures pictures) throws Exception {
        pictures.press(KeyCode.E, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN);
        pictures.choose("Trust the CA");
        pictures.save("trust");
        pictures.choose("Variables");
        pictures.press(KeyCode.ESCAPE);
        pictures.home();
    }
}
