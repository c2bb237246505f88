package dev.hopscope.app;

import dev.hopscope.ui.Screen;
import javafx.scene.input.KeyCode;

/** What a line of a head means, over the line. */
final class HeadersScene implements PictureScene {
    private static final int POLICY = 3;

    @Override
    public void take(Pictures pictures) throws Exception {
        pictures.select(row -> row.path().equals("/cdn/catalogue"));
        pictures.size(1120, 700);
        pictures.press(KeyCode.ENTER);
        pictures.tab("response");
        pictures.save("headers", pictures.stage(), () -> {
            pictures.press(KeyCode.F1);
            for (int i = 0; i < POLICY; i++) {
                pictures.press(KeyCode.DOWN);
            }
            Screen.frames(30);
        });
        pictures.press(KeyCode.ESCAPE);
        pictures.tab("overview");
        pictures.home();
    }
}
