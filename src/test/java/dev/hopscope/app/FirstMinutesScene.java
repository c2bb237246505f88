package dev.hopscope.app;

import dev.hopscope.ui.Screen;

/** The window before any traffic: the guide with its steps. */
final class FirstMinutesScene implements PictureScene {
    @Override
    public void take(Pictures pictures) throws Exception {
        Screen.until("the browsers", () -> pictures.scene().lookup("#browser-chromium") != null);
        pictures.save("first-minutes");
    }
}
