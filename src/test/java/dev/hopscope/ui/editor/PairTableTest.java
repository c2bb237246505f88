package dev.hopscope.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.ui.Screen;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

class PairTableTest {
    private final AtomicReference<List<Parameter>> form =
            new AtomicReference<>(Parameter.parse("note=two%0alines&name=x&%0A=1"));
    private final ParameterTable table = Screen.on(this::make);

    private ParameterTable make() {
        AtomicReference<ParameterTable> made = new AtomicReference<>();
        made.set(new ParameterTable("Add", true, form::get, next -> {
            form.set(next);
            made.get().show(next);
        }));
        Scene scene = new Scene(made.get().node(), 600, 200);
        scene.getRoot().applyCss();
        made.get().show(form.get());
        return made.get();
    }

    private TextField field(String style, int row) {
        return (TextField)
                ((PairRow) table.node().getContent().lookupAll(".pair-row").toArray()[row]).lookup(style);
    }

    private void type(String style, int row, int at, String text) {
        Screen.run(() -> field(style, row).insertText(at, text));
    }

    private String written() {
        return Parameter.write(form.get());
    }

    @Test
    void aLineBreakIsShownAsAMark() {
        assertThat(Screen.on(() -> field(".pair-value", 0).getText())).isEqualTo("two␊lines");
        assertThat(Screen.on(() -> field(".pair-name", 2).getText())).isEqualTo("␊");
    }

    @Test
    void anotherFieldEditedKeepsTheOctets() {
        type(".pair-value", 1, 1, "y");
        type(".pair-name", 0, 0, "a");
        assertThat(written()).isEqualTo("anote=two%0alines&name=xy&%0A=1");
    }

    @Test
    void theValueItselfEditedKeepsItsLineBreak() {
        type(".pair-value", 0, 9, "!");
        type(".pair-value", 0, 0, "&");
        type(".pair-name", 2, 1, "z");
        assertThat(written()).isEqualTo("note=%26two%0Alines%21&name=x&%0Az=1");
    }
}
