package dev.hopscope.ui.body;

import dev.hopscope.ui.kit.Figures;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Tips;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** The bar to find something in what is drawn below it: text, count, previous, next. FX thread. Does not look for anything itself. */
final class FindBar extends HBox {
    private final TextField wanted = new TextField();
    private final Label count = new Label();
    private @Nullable Findable where;
    private int finds;
    private int current;

    /** @param close takes the bar away */
    FindBar(Runnable close) {
        getStyleClass().add("find-bar");
        wanted.setPromptText(Messages.text("body.find.prompt"));
        wanted.setAccessibleText(Messages.text("body.find.prompt"));
        HBox.setHgrow(wanted, Priority.ALWAYS);
        wanted.setPrefColumnCount(10);
        count.setMinWidth(USE_PREF_SIZE);
        count.getStyleClass().addAll("caption", "mono");
        wanted.textProperty().subscribe(text -> find());
        wanted.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                step(event.isShiftDown() ? -1 : 1);
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                close.run();
                event.consume();
            }
        });
        getChildren()
                .addAll(
                        wanted,
                        count,
                        button("bi-chevron-up", "body.find.previous", () -> step(-1)),
                        button("bi-chevron-down", "body.find.next", () -> step(1)),
                        button("bi-x", "body.find.close", close));
    }

    /** Looks there from now on; null where nothing can be found. */
    void use(@Nullable Findable findable) {
        where = findable;
        find();
    }

    /** @param text to look for; empty for what was looked for last */
    void open(String text) {
        if (!text.isEmpty()) {
            wanted.setText(text);
        }
        wanted.requestFocus();
        wanted.selectAll();
    }

    String wanted() {
        return wanted.getText();
    }

    private void find() {
        Findable target = where;
        if (target == null) {
            count.setText("");
            return;
        }
        target.find(wanted.getText(), number -> {
            finds = number;
            current = -1;
            step(1);
        });
    }

    /** Goes on by so many finds, around the end. */
    void step(int by) {
        Findable target = where;
        if (finds == 0 || target == null) {
            count.setText(wanted.getText().isEmpty() || target == null ? "" : Messages.text("body.find.none"));
            return;
        }
        current = Math.floorMod(current + by, finds);
        String total = Figures.count(finds) + (finds == Findable.MAX_FINDS ? "+" : "");
        count.setText(Messages.text("body.find.count", Figures.count(current + 1), total));
        target.showFind(current);
    }

    private static Button button(String icon, String key, Runnable action) {
        Button button = new Button("", new Glyph(icon));
        button.getStyleClass().addAll("quiet", "icon-only", "small");
        Tips.name(button, Messages.text(key));
        button.setOnAction(e -> action.run());
        return button;
    }
}
