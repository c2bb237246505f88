package dev.hopscope.ui.compare;

import dev.hopscope.inspect.compare.Comparison;
import dev.hopscope.inspect.compare.Section;
import dev.hopscope.ui.body.Clips;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import java.time.ZoneId;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A comparison over the whole window: bar, the two exchanges, the sections at the left, the rows. FX thread. Fetches and compares nothing itself. */
public final class ComparePane extends BorderPane {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    /** Widths of the body text below which the sections at the left have no room. */
    private static final double WITH_SECTIONS = 91;

    private static final double SECTIONS = 16.4;

    private final CompareModel model;
    private final CompareWords words = new CompareWords(ZoneId.systemDefault());
    private final CompareBar bar;
    private final CompareCard cardA = new CompareCard("A");
    private final CompareCard cardB = new CompareCard("B");
    private final Label alike = new Label();
    private final Cards cards;
    private final VBox sections = new VBox();
    private final ListView<CompareRow> list;
    private final Label message = new Label();
    private boolean settling;

    /** @param close called to go back to the rows of the window */
    public ComparePane(CompareModel model, Background background, Runnable close) {
        this.model = model;
        bar = new CompareBar(model, words, close);
        getStyleClass().add("compare");
        setMinSize(0, 0);
        list = new ListView<>(model.rows());
        list.getStyleClass().add("compare-list");
        list.setAccessibleText(Messages.text("compare.title"));
        PictureRow pictures = new PictureRow(background);
        list.setCellFactory(l -> new CompareCell(model, pictures));
        list.setMinSize(0, 0);
        cards = new Cards();
        sections.getStyleClass().add("compare-sections");
        message.getStyleClass().addAll("secondary", "compare-message");
        message.setWrapText(true);
        setTop(new VBox(bar, cards));
        setCenter(new StackPane(list, message));
        setLeft(sections);
        watch();
        addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(event, close));
        widthProperty().subscribe(w -> arrange());
    }

    /** Takes the keys. */
    public void focusRows() {
        list.requestFocus();
    }

    private void watch() {
        list.skinProperty()
                .subscribe(skin -> list.lookupAll(".scroll-bar")
                        .forEach(bar -> bar.visibleProperty().subscribe(on -> cards.requestLayout())));
        model.stateProperty().subscribe(this::show);
        model.optionsProperty().subscribe(o -> bar.show());
        model.rows().addListener((ListChangeListener<CompareRow>) c -> bar.show());
        model.selectedProperty().subscribe(index -> reveal(index.intValue()));
        list.getSelectionModel().selectedIndexProperty().subscribe(index -> {
            if (!settling) {
                model.select(index.intValue());
            }
        });
    }

    private void show(CompareModel.State state) {
        message.setText(
                switch (state) {
                    case CompareModel.Nothing n -> "";
                    case CompareModel.Shown s -> "";
                    case CompareModel.Gone g -> Messages.text("compare.gone", g.id());
                    case CompareModel.Unreadable u -> Messages.text("compare.unreadable", u.cause());
                });
        message.setVisible(!message.getText().isEmpty());
        cards.setVisible(state instanceof CompareModel.Shown);
        sections.getChildren().clear();
        if (state instanceof CompareModel.Shown shown) {
            Comparison comparison = shown.comparison();
            cardA.show(comparison.a().exchange(), words);
            cardB.show(comparison.b().exchange(), words);
            alike.setText(CompareWords.alike(comparison));
            comparison.sections().forEach(section -> sections.getChildren().add(entry(section)));
        }
        bar.show();
    }

    private Button entry(Section section) {
        Label count = new Label("" + section.changes());
        count.getStyleClass().addAll("number", section.changes() == 0 ? "compare-zero" : "compare-count");
        Label title = new Label(CompareWords.title(section.part()));
        title.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(title, space);
        if (section.part() != Section.Part.TIMING) {
            line.getChildren().add(count);
        }
        Button entry = new Button("", line);
        entry.getStyleClass().addAll("quiet", "compare-entry");
        entry.setMaxWidth(Double.MAX_VALUE);
        line.prefWidthProperty().bind(entry.widthProperty().subtract(14));
        entry.setAccessibleText(title.getText() + ", " + Messages.text("compare.changes", section.changes()));
        entry.setOnAction(e -> {
            model.select(section.part());
            list.scrollTo(model.selectedProperty().get());
        });
        return entry;
    }

    /** Follows the model's selection, and brings it into sight. */
    private void reveal(int index) {
        settling = true;
        if (index < 0) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedIndex() != index) {
            list.getSelectionModel().clearAndSelect(index);
            list.getFocusModel().focus(index);
        }
        settling = false;
        if (index >= 0 && !inSight(index)) {
            list.scrollTo(Math.max(0, index - 4));
        }
        bar.show();
    }

    private boolean inSight(int index) {
        return list.lookupAll(".compare-cell").stream()
                .anyMatch(node -> node instanceof ListCell<?> cell
                        && cell.getIndex() == index
                        && cell.isVisible()
                        && cell.getBoundsInParent().getMinY() >= 0
                        && cell.localToScene(0, cell.getHeight()).getY()
                                <= list.localToScene(0, list.getHeight()).getY());
    }

    private void pressed(KeyEvent event, Runnable close) {
        if (event.getTarget() instanceof TextInputControl) {
            return;
        }
        CompareRow row = model.selectedProperty().get() < 0
                ? null
                : model.rows().get(model.selectedProperty().get());
        if (event.getCode() == KeyCode.F7) {
            model.go(event.isShiftDown() ? -1 : 1);
        } else if (event.getCode() == KeyCode.ESCAPE) {
            close.run();
        } else if (COPY.match(event) && row != null) {
            Clips.put(CompareWords.copied(row));
        } else if (event.getTarget() != list || !opened(event.getCode(), row)) {
            return;
        }
        event.consume();
    }

    /** Enter opens what is closed. */
    private boolean opened(KeyCode code, @Nullable CompareRow row) {
        if (code != KeyCode.ENTER && code != KeyCode.SPACE) {
            return false;
        }
        return switch (row) {
            case CompareRow.Head head -> {
                model.toggle(head.section().part());
                yield true;
            }
            case CompareRow.Gap gap -> {
                model.open(gap);
                yield true;
            }
            case null -> false;
            case CompareRow.Pair p -> false;
            case CompareRow.Said s -> false;
            case CompareRow.Pictures p -> false;
        };
    }

    private boolean wide() {
        return getWidth() >= WITH_SECTIONS * alike.getFont().getSize();
    }

    private void arrange() {
        sections.setVisible(wide());
        sections.setManaged(wide());
        sections.setPrefWidth(SECTIONS * alike.getFont().getSize());
        sections.setMinWidth(USE_PREF_SIZE);
        cards.requestLayout();
        // what is shown of long lines depends on the room there is
        list.refresh();
    }

    /** The width the rows leave to the scroll bar. */
    private double scrollBar() {
        return list.lookupAll(".scroll-bar").stream()
                .filter(n ->
                        n instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL && bar.isVisible())
                .mapToDouble(n -> ((ScrollBar) n).getWidth())
                .findFirst()
                .orElse(0);
    }

    /** The two exchanges above their columns. */
    private final class Cards extends Region {
        private final Button swap = new Button(Messages.text("compare.swap"), new Glyph("bi-arrow-left-right"));
        private final HBox left = new HBox();

        Cards() {
            getStyleClass().add("compare-cards");
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            alike.getStyleClass().add("secondary");
            alike.setMinWidth(0);
            swap.getStyleClass().add("small");
            swap.setMinWidth(USE_PREF_SIZE);
            swap.setId("compare-swap");
            swap.setOnAction(e -> model.swap());
            left.getStyleClass().add("compare-cards-left");
            left.getChildren().addAll(alike, space, swap);
            getChildren().addAll(left, cardA, cardB);
        }

        @Override
        protected double computePrefHeight(double width) {
            return Math.ceil(4.2 * alike.getFont().getSize());
        }

        @Override
        protected void layoutChildren() {
            double em = alike.getFont().getSize();
            double from = wide() ? SECTIONS * em : 0;
            CompareColumns.Places p = CompareColumns.Places.of(getWidth() - from - scrollBar(), em, false, false);
            left.resizeRelocate(0, 0, from + p.left(), getHeight());
            cardA.resizeRelocate(from + p.left(), 0, p.right() - p.left(), getHeight());
            cardB.resizeRelocate(from + p.right(), 0, p.remark() - p.right(), getHeight());
        }
    }
}
