package dev.hopscope.app;

import dev.hopscope.ui.Screen;
import javafx.scene.control.Button;
import org.fxmisc.richtext.CodeArea;

/** A draft that was sent twice, with its response and its history. */
final class EditScene implements PictureScene {
    @Override
    public void take(Pictures pictures) throws Exception {
        pictures.select(row -> row.path().equals("/api/orders"));
        pictures.menu("Edit and send");
        Screen.until("the draft", () -> pictures.scene().lookup("#editor-url") != null);
        Screen.run(() -> pictures.scene().getRoot().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button -> "Indent".equals(button.getText()))
                .forEach(Button::fire));
        send(pictures, 1);
        CodeArea body = (CodeArea) pictures.find(".editor-text");
        Screen.run(() -> body.replaceText(body.getText().replace(": 2", ": 0")));
        send(pictures, 2);
        pictures.save("edit-and-send");
        pictures.home();
    }

    private static void send(Pictures pictures, int times) {
        Screen.run(() -> ((Button) pictures.scene().lookup("#editor-send")).fire());
        Screen.until("sent", () -> pictures.shows(times + " of " + times));
        Screen.frames(30);
    }
}
