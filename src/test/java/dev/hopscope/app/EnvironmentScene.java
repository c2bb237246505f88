package dev.hopscope.app;

import dev.hopscope.ui.Screen;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;

/** The pane Environment: the texts for a target, and who goes direct. */
final class EnvironmentScene implements PictureScene {
    @Override
    public void take(Pictures pictures) throws Exception {
        pictures.press(KeyCode.E, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN);
        Screen.frames(60);
        pictures.save("environment");
        choose(pictures, "Who goes direct");
        pictures.save("tester");
        choose(pictures, "Variables");
        pictures.press(KeyCode.ESCAPE);
        pictures.home();
    }

    private static void choose(Pictures pictures, String tab) {
        Screen.run(() -> pictures.scene().getRoot().lookupAll(".toggle-button").stream()
                .map(ToggleButton.class::cast)
                .filter(button -> button.getText().equals(tab))
                .forEach(ToggleButton::fire));
        Screen.frames(60);
    }
}
