package dev.hopscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.ui.Screen;
import java.nio.file.Path;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentInWindowTest {
    @TempDir
    Path folder;

    private boolean shown(TestWindow w) {
        return Screen.on(() -> w.window.environmentShown() != null && w.find(".of-environment") != null);
    }

    @Test
    void theButtonShowsThePaneInTheWholeWindowAndEscGoesBackToTheRows() {
        try (TestWindow w = new TestWindow(folder).started()) {
            StackPane pane = Screen.on(() -> new StackPane(new Label("pane")));
            pane.getStyleClass().add("of-environment");
            Screen.run(() -> w.window.setEnvironment(() -> pane));
            Screen.run(() -> ((Button) w.find("#environment")).fire());
            assertThat(shown(w)).isTrue();
            assertThat(Screen.on(
                            () -> w.find("#environment").getParent().getParent().isVisible()))
                    .isFalse();
            Screen.run(() -> Event.fireEvent(
                    pane, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));
            assertThat(shown(w)).isFalse();
            assertThat(Screen.on(() -> w.table().view().isVisible() && w.table().getScene() == w.stage.getScene()))
                    .isTrue();
        }
    }

    @Test
    void thePaneIsNotMadeBeforeItIsAskedFor() {
        try (TestWindow w = new TestWindow(folder).started()) {
            int[] made = {0};
            Screen.run(() -> w.window.setEnvironment(() -> {
                made[0]++;
                return new StackPane();
            }));
            assertThat(made[0]).isZero();
            Screen.run(() -> press(w));
            assertThat(made[0]).isEqualTo(1);
            Screen.run(() -> press(w));
            assertThat(Screen.on(() -> w.window.environmentShown())).isNull();
        }
    }

    private static void press(TestWindow w) {
        Event.fireEvent(
                w.stage.getScene(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.E, true, true, false, false));
    }
}
