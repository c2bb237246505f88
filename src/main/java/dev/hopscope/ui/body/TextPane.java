package dev.hopscope.ui.body;

import dev.hopscope.ui.body.StyledArea.Prepared;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Figures;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Lane;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Tips;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.fxmisc.flowless.VirtualizedScrollPane;

/** Coloured text with a bar to find in it. FX thread; finding runs in the background. */
final class TextPane extends BorderPane {
    private final StyledArea area = new StyledArea(true);
    private final Lane lane;
    private final TextField wanted = new TextField();
    private final Label count = new Label();
    private final HBox bar = new HBox();
    private int[] finds = new int[0];
    private int current;

    TextPane(Background background) {
        lane = background.lane();
        setCenter(new VirtualizedScrollPane<>(area));
        area.setAccessibleText(Messages.text("body.text"));
        wanted.setPromptText(Messages.text("body.find.prompt"));
        wanted.setAccessibleText(Messages.text("body.find.prompt"));
        HBox.setHgrow(wanted, Priority.ALWAYS);
        wanted.setPrefColumnCount(10);
        count.setMinWidth(USE_PREF_SIZE);
        count.getStyleClass().addAll("caption", "mono");
        wanted.textProperty().subscribe(text -> find());
        wanted.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        bar.getStyleClass().add("find-bar");
        bar.getChildren()
                .addAll(
                        wanted,
                        count,
                        button("bi-chevron-up", "body.find.previous", () -> step(-1)),
                        button("bi-chevron-down", "body.find.next", () -> step(1)),
                        button("bi-x", "body.find.close", this::closeFind));
    }

    void show(Prepared prepared) {
        area.show(prepared);
        if (getTop() != null) {
            find();
        }
    }

    String text() {
        return area.unfolded();
    }

    void openFind() {
        setTop(bar);
        if (area.getSelection().getLength() > 0 && area.getSelectedText().indexOf('\n') < 0) {
            wanted.setText(area.getSelectedText());
        }
        wanted.requestFocus();
        wanted.selectAll();
        find();
    }

    void closeFind() {
        setTop(null);
        area.requestFocus();
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            step(event.isShiftDown() ? -1 : 1);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            closeFind();
            event.consume();
        }
    }

    private void find() {
        TextIndex index = area.index();
        String text = wanted.getText();
        lane.ask(
                progress -> index.find(text),
                found -> {
                    finds = found;
                    current = -1;
                    step(1);
                },
                failure -> count.setText(String.valueOf(failure.getMessage())));
    }

    private void step(int by) {
        int number = finds.length / 2;
        if (number == 0) {
            count.setText(wanted.getText().isEmpty() ? "" : Messages.text("body.find.none"));
            return;
        }
        current = Math.floorMod(current + by, number);
        String total = Figures.count(number) + (number == TextIndex.MAX_FINDS ? "+" : "");
        count.setText(Messages.text("body.find.count", Figures.count(current + 1), total));
        area.selectRange(finds[2 * current], finds[2 * current + 1]);
        area.requestFollowCaret();
    }

    private static Button button(String icon, String key, Runnable action) {
        Button button = new Button("", new Glyph(icon));
        button.getStyleClass().addAll("quiet", "icon-only", "small");
        Tips.name(button, Messages.text(key));
        button.setOnAction(e -> action.run());
        return button;
    }
}
