package dev.hopscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.ui.Screen;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.Test;

/** The page of version and places. */
class AboutWindowTest {
    private static Button button(Map<String, String> facts, Runnable open, String words) {
        return AboutWindow.page(facts, open).getChildren().stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(b -> words.equals(b.getText()) || words.equals(b.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPlaceIsCopiedByItsButton() {
        String place = Path.of("x", "errors.log").toString();
        Screen.run(() -> button(Map.of("about.errors", place), () -> {}, "Copy: Error log")
                .fire());
        assertThat(Screen.on(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(place);
    }

    @Test
    void theFolderIsOpenedByItsButton() {
        AtomicBoolean opened = new AtomicBoolean();
        Screen.run(() -> button(Map.of(), () -> opened.set(true), "Open configuration folder")
                .fire());
        assertThat(opened).isTrue();
    }
}
