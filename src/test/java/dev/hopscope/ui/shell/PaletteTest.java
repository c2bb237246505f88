package dev.hopscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.ui.Screen;
import dev.hopscope.ui.table.Rows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The palette in the whole window. */
class PaletteTest {
    @TempDir
    Path folder;

    private TestWindow w;

    @BeforeEach
    void open() {
        w = new TestWindow(folder).started();
        w.rows(LongStream.rangeClosed(1, 30).mapToObj(Rows::row).toList());
    }

    @AfterEach
    void close() {
        w.close();
    }

    private void key(KeyCode code, boolean control) {
        Screen.run(() -> {
            javafx.scene.Node focus = w.stage.getScene().getFocusOwner();
            focus.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
        });
    }

    private void type(String text) {
        key(KeyCode.K, true);
        Screen.run(() -> ((TextField) w.find("#paletteField")).setText(text));
    }

    private List<Command> found() {
        return Screen.on(() -> {
            List<Command> all = new ArrayList<>();
            ((ListView<?>) w.find("#paletteList")).getItems().forEach(one -> all.add((Command) one));
            return all;
        });
    }

    private String selected() {
        return Screen.on(() -> String.valueOf(
                ((ListView<?>) w.find("#paletteList")).getSelectionModel().getSelectedItem() instanceof Command c
                        ? c.id()
                        : null));
    }

    @Test
    void everyEntryOfTheMenuIsThereWithItsKeys() {
        key(KeyCode.K, true);
        assertThat(found())
                .extracting(one -> one.id() + " " + one.keys())
                .contains("File/Open… Ctrl O", "View › Theme/Dark ", "Help/Keys ", "Preferences/Limits ");
    }

    @Test
    void lettersOfAFewWordsFindACommandAndEnterRunsIt() {
        type("thdark");
        assertThat(found().getFirst().id()).isEqualTo("View › Theme/Dark");
        type("");
        type("dark");
        key(KeyCode.DOWN, false);
        key(KeyCode.UP, false);
        assertThat(selected()).isEqualTo("View › Theme/Dark");
        key(KeyCode.ENTER, false);
        Screen.until("the dark theme is chosen", () -> w.theme.darkProperty().get());
        assertThat(w.window.paletteShown()).isFalse();
    }

    @Test
    void aNumberLeadsToItsRow() {
        type("#17");
        key(KeyCode.ENTER, false);
        Screen.until(
                "the row is selected",
                () -> new ExchangeId(17).equals(w.table().selectedProperty().get()));
    }

    @Test
    void theNumberOfNoRowIsSaidAndDoesNothing() {
        type("#99");
        assertThat(found().getFirst().words()).isEqualTo("There is no row #99 among those shown");
        assertThat(found().getFirst().enabled()).isFalse();
    }

    @Test
    void whatIsTypedCanBeFilteredBy() {
        type("www.example");
        Command filter = found().getFirst();
        assertThat(filter.words()).isEqualTo("Show rows that match “www.example”");
        key(KeyCode.ENTER, false);
        Screen.until(
                "the filter is set",
                () -> w.table().model().filterProperty().get().text().equals("www.example"));
    }

    @Test
    void escClosesAndTheRowsHaveTheFocusAgain() {
        Screen.run(() -> w.table().view().requestFocus());
        key(KeyCode.K, true);
        assertThat(w.window.paletteShown()).isTrue();
        key(KeyCode.ESCAPE, false);
        assertThat(w.window.paletteShown()).isFalse();
        assertThat(Screen.on(() -> w.table().view().isFocused())).isTrue();
    }

    @Test
    void theLastCommandComesFirstTheNextTime() {
        type("dark");
        key(KeyCode.ENTER, false);
        Screen.until("the dark theme is chosen", () -> w.theme.darkProperty().get());
        type("");
        assertThat(found().getFirst().id()).isEqualTo("View › Theme/Dark");
    }

    @Test
    void beginningsOfWordsCountMoreThanLettersInside() {
        assertThat(PaletteModel.score("ot", "Open TLS")).isGreaterThan(PaletteModel.score("ot", "Not here"));
        assertThat(PaletteModel.score("otls", "Open TLS")).isPositive();
        assertThat(PaletteModel.score("zz", "Open TLS")).isNegative();
        assertThat(PaletteModel.score("cda", "Record, then leave")).isNegative();
    }
}
