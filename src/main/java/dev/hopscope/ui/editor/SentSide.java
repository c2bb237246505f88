package dev.hopscope.ui.editor;

import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Tips;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** All that was sent of a draft, newest first, with back and forward and a comparison of two. FX thread. Compares nothing itself. */
final class SentSide extends VBox {
    private final EditorModel model;
    private final EditorActions actions;
    private final ListView<Attempt> list = new ListView<>();
    private final Label count = new Label();
    private final Label place = new Label();
    private final Label none = Bars.quiet(Messages.text("editor.sent.none"));
    private final Button previous = icon("bi-chevron-left", "editor.sent.previous");
    private final Button next = icon("bi-chevron-right", "editor.sent.next");
    private final Button compare = new Button(Messages.text("editor.sent.compare"), new Glyph("bi-layout-split"));
    /** The attempt with the letter A, 0 for the one before the one shown. */
    private int marked;

    private long sheetShown;
    private boolean showing;

    SentSide(EditorModel model, EditorActions actions) {
        this.model = model;
        this.actions = actions;
        getStyleClass().add("sent-side");
        count.getStyleClass().addAll("number", "tab-badge");
        place.getStyleClass().addAll("number", "secondary");
        place.setMinWidth(USE_PREF_SIZE);
        compare.getStyleClass().add("small");
        compare.setMinWidth(USE_PREF_SIZE);
        compare.setOnAction(e -> compare());
        previous.setOnAction(e -> model.step(-1));
        next.setOnAction(e -> model.step(1));
        none.setWrapText(true);
        none.getStyleClass().add("nothing");
        list.getStyleClass().add("sent-list");
        list.setAccessibleText(Messages.text("editor.sent"));
        list.setCellFactory(l -> new SentCell(model, this::a, this::mark));
        list.getSelectionModel().selectedItemProperty().subscribe(attempt -> {
            if (!showing && attempt != null) {
                model.go(attempt.number());
            }
        });
        StackPane body = new StackPane(list, none);
        StackPane.setAlignment(none, javafx.geometry.Pos.TOP_LEFT);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        getChildren()
                .addAll(
                        Bars.section(
                                Bars.title(Messages.text("editor.sent")),
                                count,
                                Bars.space(),
                                previous,
                                place,
                                next,
                                compare),
                        body);
        model.openProperty().subscribe(this::show);
    }

    private static Button icon(String literal, String key) {
        Button button = new Button("", new Glyph(literal));
        button.getStyleClass().addAll("quiet", "icon-only", "small");
        button.setMinWidth(USE_PREF_SIZE);
        Tips.name(button, Messages.text(key));
        return button;
    }

    private void mark(int number) {
        marked = number;
        show(model.openProperty().get());
        list.refresh();
    }

    /** Number of the attempt that is A; 0 for none. */
    private int a() {
        Sheet sheet = model.openProperty().get();
        if (marked != 0 && marked != sheet.at() && sheet.attempt(marked) != null) {
            return marked;
        }
        return sheet.attempt(sheet.at() - 1) == null ? 0 : sheet.at() - 1;
    }

    /** Compares A and B, where both are of the session shown. */
    void compare() {
        Sheet sheet = model.openProperty().get();
        ExchangeId first = model.rowOf(sheet.attempt(a()));
        ExchangeId second = model.rowOf(sheet.shown());
        if (first != null && second != null) {
            actions.compare(first, second);
        }
    }

    private void show(Sheet sheet) {
        if (sheetShown != sheet.id()) {
            sheetShown = sheet.id();
            marked = 0;
        }
        showing = true;
        List<Attempt> newest = sheet.attempts().stream()
                .sorted(Comparator.comparingInt(Attempt::number).reversed())
                .toList();
        if (!list.getItems().equals(newest)) {
            list.getItems().setAll(newest);
        }
        Attempt shown = sheet.shown();
        if (shown == null) {
            list.getSelectionModel().clearSelection();
        } else if (!shown.equals(list.getSelectionModel().getSelectedItem())) {
            list.getSelectionModel().select(shown);
        }
        list.refresh();
        showing = false;
        int all = sheet.attempts().size();
        count.setText(Integer.toString(all));
        Bars.visible(count, all > 0);
        Bars.visible(none, all == 0);
        list.setVisible(all > 0);
        int position = shown == null ? 0 : sheet.attempts().indexOf(shown) + 1;
        place.setText(all == 0 ? "" : Messages.text("editor.sent.place", position, all));
        previous.setDisable(position <= 1);
        next.setDisable(sheet.atLast() && sheet.unsent() == null);
        boolean two = model.rowOf(sheet.attempt(a())) != null && model.rowOf(shown) != null;
        compare.setDisable(!two);
        Tips.on(compare, Messages.text(two ? "editor.sent.compare.tip" : "editor.sent.compare.none"));
    }
}
