package dev.hopscope.ui.environment;

import dev.hopscope.ui.kit.Glyph;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** Draws a line of a text with its number, or a note below it, folded to the width. FX thread. */
final class CodeCell extends ListCell<CodeRow> {
    private final Label number = new Label();
    private final Label text = new Label();
    private final HBox line = new HBox(number, text);
    private final Label words = new Label();
    private final HBox remark = new HBox(new Glyph("bi-exclamation-triangle"), words);

    CodeCell() {
        line.getStyleClass().add("code-row");
        number.getStyleClass().add("line-number");
        number.setMinWidth(USE_PREF_SIZE);
        remark.getStyleClass().add("remark");
        for (Label folded : new Label[] {text, words}) {
            folded.setWrapText(true);
            folded.setMinHeight(USE_PREF_SIZE);
            HBox.setHgrow(folded, Priority.ALWAYS);
        }
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable CodeRow row, boolean empty) {
        super.updateItem(row, empty);
        switch (row) {
            case null -> setGraphic(null);
            case CodeRow.Line one -> {
                number.setText(String.valueOf(one.number()));
                text.setText(one.text().replace("\t", "    "));
                setGraphic(line);
            }
            case CodeRow.Remark one -> {
                words.setText(one.words());
                setGraphic(remark);
            }
        }
    }
}
