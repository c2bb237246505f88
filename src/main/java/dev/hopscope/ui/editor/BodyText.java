package dev.hopscope.ui.editor;

import dev.hopscope.ui.kit.Messages;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;

/** A body as text to edit, with numbers of lines, and colours for JSON. FX thread. Keeps nothing: what is typed is told. */
final class BodyText extends StackPane {
    /** A longer text stays without colours. */
    private static final int MOST_COLOURED = 200_000;

    private final CodeArea area = new CodeArea();
    private boolean json;
    private boolean showing;

    BodyText(Consumer<String> typed) {
        area.getStyleClass().addAll("styled-text", "editor-text");
        area.setAccessibleText(Messages.text("editor.body.title"));
        area.setWrapText(true);
        area.setParagraphGraphicFactory(this::number);
        area.textProperty().addListener(o -> {
            if (!showing) {
                typed.accept(area.getText());
            }
        });
        area.plainTextChanges().subscribe(change -> colour());
        getChildren().add(new VirtualizedScrollPane<>(area));
        setMinSize(0, 0);
    }

    void show(String text, boolean asJson) {
        boolean recolour = json != asJson;
        json = asJson;
        if (!area.getText().equals(text)) {
            showing = true;
            area.replaceText(text);
            area.moveTo(0);
            area.requestFollowCaret();
            area.getUndoManager().forgetHistory();
            showing = false;
        } else if (recolour) {
            colour();
        }
    }

    /** @param line from 1 */
    void go(int line, int column) {
        int paragraph = Math.clamp(line - 1L, 0, area.getParagraphs().size() - 1);
        area.moveTo(paragraph, Math.clamp(column - 1L, 0, area.getParagraphLength(paragraph)));
        area.requestFollowCaret();
        area.requestFocus();
    }

    /** Takes a text in place of the one there, as one step that can be undone. */
    void replace(String text) {
        area.replaceText(text);
    }

    private void colour() {
        int length = area.getLength();
        if (length > 0) {
            area.setStyleSpans(
                    0, json && length <= MOST_COLOURED ? JsonColours.of(area.getText()) : JsonColours.plain(length));
        }
    }

    private Node number(int paragraph) {
        Label label = new Label(Integer.toString(paragraph + 1));
        label.getStyleClass().add("line-number");
        label.setMinWidth(USE_PREF_SIZE);
        int digits = Math.max(2, Integer.toString(area.getParagraphs().size()).length());
        label.setStyle("-fx-pref-width: " + (digits * 0.6 + 0.95) + "em;");
        return label;
    }
}
