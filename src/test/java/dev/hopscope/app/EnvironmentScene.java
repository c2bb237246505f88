package dev.hopscope.app;

import dev.hopscope.ui.Screen;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;

/** The pane Environment: the texts for a target, and who goes direct. */
final class EnvironmentScene implements PictureScene {
    @Override
    public void take(Pictures pictures) throws Exception {
        pictures.press(KeyCode.E, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN);
        Screen.frames(60);
        pictures.save("environment");
        pictures.choose("Who goes direct");
        pictures.save("tester");
        pictures.choose("Variables");
        pictures.press(KeyCode.ESCAPE);
        pictures.home();
    }
}
