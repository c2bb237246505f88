package dev.hopscope.ui.compare;

import dev.hopscope.inspect.compare.CompareOptions;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.WordsColumn;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The button that names the ignored fields, and the list behind it where they are changed. FX thread. Remembers nothing itself. */
final class IgnoredFields extends Button {
    private static final int NAMED = 2;

    private final CompareModel model;
    private final TextField field = new TextField();
    private final ContextMenu popup = new ContextMenu();

    IgnoredFields(CompareModel model) {
        this.model = model;
        getStyleClass().addAll("quiet", "small");
        setGraphic(new Glyph("bi-eye-slash"));
        setMinWidth(USE_PREF_SIZE);
        setId("compare-ignored");
        model.optionsProperty().subscribe(options -> setText(named(options.ignoredFields())));
        popup.getItems().add(new CustomMenuItem(page(), false));
        popup.getItems().getFirst().getStyleClass().add("explanation-item");
        setOnAction(e -> {
            field.setText(String.join(", ", model.optionsProperty().get().ignoredFields()));
            popup.show(this, javafx.geometry.Side.BOTTOM, 0, 2);
            field.requestFocus();
        });
    }

    private static String named(List<String> fields) {
        if (fields.isEmpty()) {
            return Messages.text("compare.ignored.none");
        }
        String first = String.join(", ", fields.subList(0, Math.min(NAMED, fields.size())));
        int more = fields.size() - NAMED;
        return more <= 0 ? Messages.text("compare.ignored", first) : Messages.text("compare.ignored.more", first, more);
    }

    private VBox page() {
        Label title = new Label(Messages.text("compare.ignored.title"));
        title.getStyleClass().add("strong");
        Label help = new Label(Messages.text("compare.ignored.help"));
        help.getStyleClass().add("secondary");
        help.setWrapText(true);
        help.setMinHeight(USE_PREF_SIZE);
        field.setId("compare-ignored-field");
        field.setAccessibleText(Messages.text("compare.ignored.title"));
        field.setOnAction(e -> take(CompareOptions.names(field.getText())));
        Button apply = new Button(Messages.text("compare.ignored.apply"));
        apply.getStyleClass().addAll("small", "primary");
        apply.setOnAction(e -> take(CompareOptions.names(field.getText())));
        Button usual = new Button(Messages.text("compare.ignored.usual"));
        usual.getStyleClass().add("small");
        usual.setOnAction(e -> take(CompareOptions.USUALLY_IGNORED));
        Button none = new Button(Messages.text("compare.ignored.ignoreNone"));
        none.getStyleClass().add("small");
        none.setOnAction(e -> take(List.of()));
        HBox buttons = new HBox(apply, usual, none);
        buttons.getStyleClass().add("compare-buttons");
        VBox page = new WordsColumn();
        page.getChildren().addAll(title, help, field, buttons);
        page.getStyleClass().add("compare-ignored");
        return page;
    }

    private void take(List<String> names) {
        popup.hide();
        model.setIgnoredFields(names);
    }
}
