package dev.hopscope.ui.editor;

import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Tips;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** One line of a {@link PairTable}: whether it is sent, its name, its value, a remark. FX thread. Keeps what is typed where it is typed. */
final class PairRow extends HBox {
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");

    private final CheckBox on = new CheckBox();
    private final TextField name = new TextField();
    private final TextField value = new TextField();
    private final Label remark = new Label();
    private final Button remove = new Button("", new Glyph("bi-x"));
    private boolean showing;
    /** What the fields stand for: they show it as a {@link MarkedLine}. */
    private String nameText = "";

    private String valueText = "";

    PairRow(int index, PairTable.Edits edits) {
        getStyleClass().add("pair-row");
        name.getStyleClass().addAll("bare", "mono", "pair-name");
        value.getStyleClass().addAll("bare", "mono", "pair-value");
        name.setAccessibleText(Messages.text("editor.line.name"));
        value.setAccessibleText(Messages.text("editor.line.value"));
        remark.getStyleClass().addAll("tertiary", "caption");
        remark.setMinWidth(USE_PREF_SIZE);
        remove.getStyleClass().addAll("quiet", "icon-only", "small");
        remove.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(value, Priority.ALWAYS);
        name.setMinWidth(0);
        value.setMinWidth(0);
        name.prefWidthProperty().bind(widthProperty().multiply(0.3));
        getChildren().addAll(on, name, value, remark, remove);
        on.selectedProperty().addListener(o -> unlessShowing(() -> edits.turn(index, on.isSelected())));
        name.textProperty()
                .addListener(o -> unlessShowing(() -> {
                    nameText = MarkedLine.edited(nameText, name.getText());
                    edits.name(index, nameText);
                }));
        value.textProperty()
                .addListener(o -> unlessShowing(() -> {
                    valueText = MarkedLine.edited(valueText, value.getText());
                    edits.value(index, valueText);
                }));
        remove.setOnAction(e -> edits.remove(index));
    }

    private void unlessShowing(Runnable edit) {
        if (!showing) {
            edit.run();
        }
    }

    void show(PairTable.Pair pair) {
        showing = true;
        on.setSelected(pair.on());
        nameText = pair.name();
        valueText = pair.value();
        set(name, MarkedLine.of(nameText));
        set(value, MarkedLine.of(valueText));
        showing = false;
        value.setEditable(!pair.locked());
        remark.setText(pair.on() ? pair.remark() : Messages.text("editor.line.off"));
        Tips.on(remark, pair.why().isEmpty() ? remark.getText() : pair.why());
        pseudoClassStateChanged(OFF, !pair.on());
        Tips.name(on, Messages.text("editor.line.on", pair.name()));
        Tips.name(remove, Messages.text("editor.line.remove", pair.name()));
    }

    private static void set(TextField field, String text) {
        if (!field.getText().equals(text)) {
            int caret = field.getCaretPosition();
            field.setText(text);
            field.positionCaret(Math.min(caret, field.getLength()));
        }
    }

    void focusName() {
        name.requestFocus();
    }
}
