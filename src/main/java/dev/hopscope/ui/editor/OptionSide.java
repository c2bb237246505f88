package dev.hopscope.ui.editor;

import dev.hopscope.ui.kit.Messages;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The way a draft takes. FX thread. */
final class OptionSide extends VBox {
    OptionSide(EditorModel model) {
        getStyleClass().add("editor-form");
        CheckBox direct = new CheckBox(Messages.text("editor.option.direct"));
        Label what = new Label();
        what.getStyleClass().add("tertiary");
        what.setWrapText(true);
        getChildren().addAll(direct, what);
        direct.setOnAction(e -> model.edit(draft -> draft.withDirect(direct.isSelected())));
        model.openProperty().subscribe(sheet -> {
            direct.setSelected(sheet.draft().direct());
            direct.setDisable(!model.upstream() && !sheet.draft().direct());
            what.setText(Messages.text(model.upstream() ? "editor.option.direct.what" : "editor.option.direct.none"));
        });
    }
}
