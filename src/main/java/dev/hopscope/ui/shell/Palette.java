package dev.hopscope.ui.shell;

import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The palette over the window: a field and the commands that match. FX thread. Knows no command by itself. */
final class Palette extends StackPane {
    private static final int MOST_ROWS = 12;

    private final PaletteModel model;
    private final TextField field = new TextField();
    private final ListView<Command> list = new ListView<>();
    private @Nullable Node before;

    Palette(PaletteModel model) {
        this.model = model;
        getStyleClass().add("palette-place");
        setAlignment(Pos.TOP_CENTER);
        field.setPromptText(Messages.text("palette.prompt"));
        field.setAccessibleText(Messages.text("palette.name"));
        field.getStyleClass().add("bare");
        field.setId("paletteField");
        field.textProperty().bindBidirectional(model.queryProperty());
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox bar = new HBox(new Glyph("bi-search"), field);
        bar.getStyleClass().add("palette-field");
        list.setId("paletteList");
        list.setItems(model.found());
        list.setFocusTraversable(false);
        list.setPlaceholder(new Label(Messages.text("palette.none")));
        list.setCellFactory(view -> new Cell());
        VBox box = new VBox(bar, list);
        box.getStyleClass().add("palette");
        box.setMaxHeight(USE_PREF_SIZE);
        getChildren().setAll(box);
        // after the list's own listener, which takes the selection away
        model.found().addListener((ListChangeListener<Command>) change -> selectFirst());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            if (e.getTarget() == this) {
                close();
            }
        });
        list.setOnMouseClicked(e -> run(list.getSelectionModel().getSelectedItem()));
        setVisible(false);
        setManaged(false);
    }

    boolean shown() {
        return isVisible();
    }

    /** Opens it, or closes it. */
    void toggle() {
        if (shown()) {
            close();
            return;
        }
        before = getScene() == null ? null : getScene().getFocusOwner();
        setVisible(true);
        setManaged(true);
        model.open();
        field.requestFocus();
    }

    void close() {
        if (shown()) {
            setVisible(false);
            setManaged(false);
            if (before != null) {
                before.requestFocus();
                before = null;
            }
        }
    }

    private void selectFirst() {
        int rows = Math.clamp(model.found().size(), 1, MOST_ROWS);
        list.setPrefHeight(rows * rowHeight() + 2);
        int first = model.found().indexOf(model.first());
        list.getSelectionModel().clearAndSelect(Math.max(0, first));
        list.scrollTo(0);
    }

    private double rowHeight() {
        return field.getFont().getSize() * 2.334;
    }

    private void pressed(KeyEvent event) {
        if (Keys.PALETTE.match(event) || event.getCode() == KeyCode.ESCAPE) {
            close();
        } else if (event.getCode() == KeyCode.ENTER) {
            run(list.getSelectionModel().getSelectedItem());
        } else if (event.getCode() == KeyCode.DOWN) {
            move(1);
        } else if (event.getCode() == KeyCode.UP) {
            move(-1);
        } else if (event.getCode() == KeyCode.PAGE_DOWN) {
            move(MOST_ROWS);
        } else if (event.getCode() == KeyCode.PAGE_UP) {
            move(-MOST_ROWS);
        } else {
            return;
        }
        event.consume();
    }

    private void move(int rows) {
        int last = model.found().size() - 1;
        if (last >= 0) {
            int next = Math.clamp((long) list.getSelectionModel().getSelectedIndex() + rows, 0, last);
            list.getSelectionModel().clearAndSelect(next);
            list.scrollTo(Math.max(0, next - MOST_ROWS + 2));
        }
    }

    private void run(@Nullable Command command) {
        if (command != null && command.enabled()) {
            close();
            // once the focus is back where the command expects it
            Platform.runLater(() -> model.run(command));
        }
    }

    /** Words, where it stands, keys. */
    private static final class Cell extends ListCell<Command> {
        private final Glyph on = new Glyph("bi-check2");
        private final Label words = new Label();
        private final Label place = new Label();
        private final Label keys = new Label();
        private final HBox row = new HBox();

        Cell() {
            place.getStyleClass().add("tertiary");
            keys.getStyleClass().add("key");
            StackPane mark = new StackPane(on);
            mark.getStyleClass().add("palette-mark");
            Pane gap = new Pane();
            HBox.setHgrow(gap, Priority.ALWAYS);
            words.setMinWidth(0);
            row.getStyleClass().add("palette-row");
            row.getChildren().setAll(mark, words, place, gap, keys);
            setContentDisplay(javafx.scene.control.ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            if (empty || command == null) {
                setGraphic(null);
                setText(null);
                return;
            }
            words.setText(command.words());
            place.setText(command.place());
            keys.setText(command.keys());
            keys.setVisible(!command.keys().isEmpty());
            on.setVisible(command.on());
            row.setDisable(!command.enabled());
            setGraphic(row);
            // for assistive technology
            setText(command.words());
        }
    }
}
