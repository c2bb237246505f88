package dev.hopscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.ui.Screen;
import dev.hopscope.ui.table.ExchangeTable;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which two are compared; the session has rows and no exchanges, so that the pane names the first it misses. */
class ComparingTest {
    @TempDir
    Path folder;

    private TestWindow w;

    @BeforeEach
    void start() {
        w = new TestWindow(folder).started();
        w.rows(List.of(
                row(1, "GET", "/cart").build(),
                row(2, "POST", "/cart").build(),
                row(3, "GET", "/cart").build(),
                row(4, "GET", "/other").build(),
                row(5, "GET", "/cart").build(),
                row(6, "GET", "/cart").original(2).build()));
    }

    @AfterEach
    void stop() {
        w.close();
    }

    private static ExchangeRow.Builder row(long id, String method, String path) {
        return ExchangeRow.builder(id)
                .kind(ExchangeRow.Kind.HTTP)
                .state(ExchangeRow.State.COMPLETED)
                .method(method)
                .target("https", "shop.example", 443)
                .path(path, false)
                .status(200);
    }

    private void select(long... ids) {
        Screen.run(() -> {
            w.table().select(new ExchangeId(ids[0]));
            for (int i = 1; i < ids.length; i++) {
                w.table().selectToo(new ExchangeId(ids[i]));
            }
        });
    }

    private void press(KeyCode code, boolean control, boolean shift) {
        Screen.run(() -> w.stage
                .getScene()
                .getFocusOwner()
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false)));
    }

    private void escape() {
        press(KeyCode.ESCAPE, false, false);
    }

    private String missed() {
        Screen.until(
                "the comparison",
                () -> w.find(".compare-message") instanceof Label l
                        && l.getScene() != null
                        && !l.getText().isEmpty());
        return w.text(".compare-message");
    }

    private boolean shown() {
        return Screen.on(() -> w.find(".compare") != null);
    }

    @Test
    void controlDComparesTheTwoRowsSelectedTheOlderFirst() {
        select(4, 3);
        press(KeyCode.D, true, false);
        assertThat(missed()).contains("#3");
    }

    @Test
    void keysWorkHoweverTheMenuStoodWhenItWasLastOpen() {
        select(1, 2, 3);
        press(KeyCode.F10, false, false);
        press(KeyCode.ESCAPE, false, false);
        select(3, 4);
        Screen.run(() -> w.table().view().requestFocus());
        press(KeyCode.D, true, false);
        assertThat(shown()).isTrue();
    }

    @Test
    void escGoesBackToTheRowsAndTheirKeys() {
        select(3, 4);
        press(KeyCode.D, true, false);
        assertThat(shown()).isTrue();
        escape();
        assertThat(shown()).isFalse();
        assertThat(Screen.on(
                        () -> w.stage.getScene().getFocusOwner() == w.table().view()))
                .isTrue();
        assertThat(Screen.on(() -> w.table().selectedIdsProperty().get().size()))
                .isEqualTo(2);
    }

    @Test
    void oneRowIsComparedWithThePreviousOfItsUrlAndMethod() {
        select(5);
        press(KeyCode.D, true, false);
        assertThat(missed()).contains("#3");
    }

    @Test
    void aReplayIsComparedWithItsOriginal() {
        select(6);
        press(KeyCode.D, true, false);
        assertThat(missed()).contains("#2");
    }

    @Test
    void aReplayIsComparedWithThePreviousToTheSameUrlOnDemand() {
        select(6);
        press(KeyCode.D, true, true);
        assertThat(missed()).contains("#5");
    }

    @Test
    void aUrlThatIsNewIsSaidToHaveNoPrevious() {
        select(4);
        press(KeyCode.D, true, false);
        Screen.until("the notice", () -> w.find(".banner") != null);
        assertThat(shown()).isFalse();
    }

    @Test
    void threeRowsAreNotCompared() {
        select(1, 2, 3);
        press(KeyCode.D, true, false);
        Screen.until("the notice", () -> w.find(".banner") != null);
        assertThat(shown()).isFalse();
    }

    @Test
    void aComparisonFromTheFocusViewGoesBackToIt() {
        select(5);
        Screen.run(() -> w.window.focusView(true));
        Screen.run(() -> w.window.compare(new ExchangeId(1), new ExchangeId(5)));
        assertThat(shown()).isTrue();
        escape();
        assertThat(Screen.on(() ->
                        w.detail.node().getScene() != null && w.detail.node().getParent() != null))
                .isTrue();
        assertThat(w.detail.focused).isTrue();
        assertThat(shown()).isFalse();
    }

    @Test
    void rowsRemovedMeanwhileDoNotTakeTheComparisonAway() {
        ExchangeTable table = w.table();
        select(3, 4);
        press(KeyCode.D, true, false);
        w.session.clear();
        Screen.until("no rows", () -> table.model().countsProperty().get().rows() == 0);
        Screen.frames(3);
        assertThat(shown()).isTrue();
        escape();
        assertThat(shown()).isFalse();
    }

    @Test
    void theMenuOffersWhatTheSelectionAllows() {
        select(3, 4);
        List<MenuItem> two = Screen.on(() -> w.window.rowMenu());
        assertThat(Screen.on(() -> two.get(0).isDisable() + " " + two.get(1).isDisable()))
                .isEqualTo("false true");
        select(6);
        List<MenuItem> replay = Screen.on(() -> w.window.rowMenu());
        assertThat(replay.get(0).getText()).isEqualTo("Compare with the original");
        select(1, 2, 3);
        List<MenuItem> three = Screen.on(() -> w.window.rowMenu());
        assertThat(three.get(0).isDisable()).isTrue();
    }

    @Test
    void aSelectedRowThatTheFilterHidesIsNotCompared() {
        select(1, 4);
        Screen.run(() -> ((javafx.scene.control.TextField) w.find("#text")).setText("/other"));
        Screen.until("one is shown", () -> w.table().model().size() == 1);
        Screen.run(() -> w.table().view().requestFocus());
        press(KeyCode.D, true, false);
        Screen.until("the banner is there", () -> w.find(".banner") != null);
        // the one that is shown is compared with an earlier one with its URL, which there is not
        assertThat(Screen.on(() -> w.find(".banner").getAccessibleText()))
                .isEqualTo("No earlier exchange has this URL. GET https://shop.example/other");
    }
}
