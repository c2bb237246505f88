package dev.hopscope.ui.editor;

import dev.hopscope.ui.kit.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The header lines as a table and as text, which are the same thing. FX thread. */
final class HeaderSide extends VBox {
    private final EditorModel model;
    private final PairTable table;
    private final TextArea text = new TextArea();
    private final Choices<Boolean> choices;
    private final Label how = Bars.quiet("");
    private boolean raw;
    private boolean showing;

    HeaderSide(EditorModel model) {
        this.model = model;
        table = new PairTable(Messages.text("editor.add.header"), new LineEdits());
        text.getStyleClass().addAll("mono", "editor-raw");
        text.setAccessibleText(Messages.text("editor.raw.title"));
        text.textProperty().addListener(o -> {
            if (!showing) {
                edit(lines -> FieldLines.parse(text.getText(), lines));
            }
        });
        text.focusedProperty().subscribe(on -> show(model.openProperty().get().draft()));
        choices = new Choices<Boolean>(this::choose)
                .add(false, Messages.text("editor.table"))
                .add(true, Messages.text("editor.raw"));
        StackPane place = new StackPane(table, text);
        place.setMinHeight(0);
        VBox.setVgrow(place, Priority.ALWAYS);
        getChildren().addAll(Bars.section(choices, Bars.space(), how), place);
        choose(false);
        model.openProperty().subscribe(sheet -> show(sheet.draft()));
    }

    private void choose(boolean asText) {
        raw = false; // both begin with what the draft holds
        show(model.openProperty().get().draft());
        raw = asText;
        choices.show(asText);
        how.setText(Messages.text(asText ? "editor.raw.how" : "editor.order"));
        Bars.visible(table, !raw);
        Bars.visible(text, raw);
    }

    private void edit(UnaryOperator<List<FieldLine>> change) {
        model.edit(draft -> draft.withFields(change));
    }

    private void show(Draft draft) {
        table.show(draft.fields().stream().map(HeaderSide::pair).toList());
        // what is being typed stays as it is typed; the toolkit takes the focus from a hidden text only later
        String written = FieldLines.text(draft.fields());
        if (!(raw && text.isFocused()) && !text.getText().equals(written)) {
            showing = true;
            text.setText(written);
            showing = false;
        }
    }

    private static PairTable.Pair pair(FieldLine line) {
        boolean length = line.named("Content-Length");
        return new PairTable.Pair(
                line.name(),
                line.shown(),
                line.on(),
                line.follows() ? Messages.text("editor.line.automatic") : "",
                line.follows()
                        ? Messages.text(length ? "editor.line.automatic.length" : "editor.line.automatic.host")
                        : "",
                length);
    }

    private final class LineEdits implements PairTable.Edits {
        private void at(int index, UnaryOperator<FieldLine> change) {
            edit(lines -> {
                List<FieldLine> next = new ArrayList<>(lines);
                next.set(index, change.apply(next.get(index)));
                return next;
            });
        }

        @Override
        public void name(int index, String name) {
            at(index, line -> line.withName(name));
        }

        @Override
        public void value(int index, String value) {
            at(index, line -> line.withValue(value));
        }

        @Override
        public void turn(int index, boolean on) {
            at(index, line -> line.with(on));
        }

        @Override
        public void remove(int index) {
            edit(lines -> {
                List<FieldLine> next = new ArrayList<>(lines);
                next.remove(index);
                return next;
            });
        }

        @Override
        public void add() {
            edit(lines -> {
                List<FieldLine> next = new ArrayList<>(lines);
                next.add(new FieldLine("", ""));
                return next;
            });
        }
    }
}
