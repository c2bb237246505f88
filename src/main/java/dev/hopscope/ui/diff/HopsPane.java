package dev.hopscope.ui.diff;

import dev.hopscope.exchange.Direction;
import dev.hopscope.inspect.meaning.Meaning;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Tips;
import dev.hopscope.ui.kit.WordsColumn;
import dev.hopscope.ui.meaning.MeaningPopover;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The hops of one exchange: the drawing of its way, and below it both legs line by line with the reasons. FX thread. Fetches and compares nothing itself. */
public final class HopsPane extends VBox {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    /** The drawing takes at most this share of the height, then it scrolls. */
    private static final double MOST_OF_HEIGHT = 0.4;

    private final WayCanvas way = new WayCanvas();
    private final ScrollPane wayScroll = new ScrollPane(way);
    private final ToggleButton all = new ToggleButton(Messages.text("hops.allLines"));
    private final ToggleButton only = new ToggleButton(Messages.text("hops.onlyChanges"));
    private final Label place = new Label();
    private final Label title = new Label(Messages.text("hops.heads"));
    private final Label subtitle = new Label(Messages.text("hops.heads.more"));
    private final Button previous = icon("bi-chevron-up", "hops.previous");
    private final Button next = icon("bi-chevron-down", "hops.next");
    private final Button copy = new Button(Messages.text("hops.copy"), new Glyph("bi-clipboard"));
    private final ObservableList<DiffRow> rows = FXCollections.observableArrayList();
    private final ListView<DiffRow> list = new ListView<>(rows);
    private final MeaningPopover meanings = new MeaningPopover();
    private @Nullable HopsReport report;
    private DiffCell.Width width = DiffCell.Width.WIDE;

    public HopsPane() {
        getStyleClass().add("hops");
        setMinSize(0, 0);
        wayScroll.getStyleClass().addAll("section-scroll", "way-scroll");
        wayScroll.setFitToWidth(true);
        wayScroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        wayScroll.setMinHeight(0);
        list.getStyleClass().add("diff-list");
        list.setAccessibleText(Messages.text("hops.heads"));
        list.setCellFactory(l -> new DiffCell(() -> width, this::explain));
        VBox.setVgrow(list, Priority.ALWAYS);
        list.setMinHeight(0);
        list.setPrefHeight(0);
        getChildren().addAll(wayScroll, bar(), list);
        list.getSelectionModel().selectedIndexProperty().subscribe(i -> {
            meanings.hide();
            showPlace();
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::listKey);
        new HoverRest(list, meanings, at -> explainLine(at, false));
        widthProperty().subscribe(w -> arrange());
        heightProperty().subscribe(h -> arrange());
        place.fontProperty().subscribe(f -> arrange());
    }

    private HBox bar() {
        ToggleGroup group = new ToggleGroup();
        group.getToggles().addAll(all, only);
        all.setSelected(true);
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);
            } else {
                fill();
            }
        });
        all.getStyleClass().addAll("small", "first");
        only.getStyleClass().addAll("small", "last");
        HBox choices = new HBox(all, only);
        choices.getStyleClass().add("choices");
        choices.setMinWidth(USE_PREF_SIZE);
        title.getStyleClass().add("section-title");
        subtitle.getStyleClass().addAll("secondary");
        subtitle.setMinWidth(0);
        title.setMinWidth(USE_PREF_SIZE);
        place.getStyleClass().addAll("number", "secondary");
        place.setMinWidth(USE_PREF_SIZE);
        copy.getStyleClass().addAll("quiet", "small");
        copy.setMinWidth(USE_PREF_SIZE);
        Tips.name(copy, Messages.text("hops.copy.tip"));
        copy.setOnAction(e -> {
            if (report != null) {
                put(report.copyText());
            }
        });
        previous.setOnAction(e -> go(-1));
        next.setOnAction(e -> go(1));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(title, subtitle, space, choices, previous, next, place, copy);
        bar.getStyleClass().addAll("section-bar", "hops-bar");
        return bar;
    }

    /** Shows an exchange; the same one again keeps place and selection. */
    public void show(HopsReport shown) {
        boolean same = report != null
                && shown.diff().equals(report.diff())
                && shown.titles().equals(report.titles());
        report = shown;
        way.show(shown.way());
        wayScroll.setVisible(!shown.way().lanes().isEmpty());
        if (!same) {
            fill();
        }
        arrange();
    }

    /** Goes to the next change, or the one before. */
    public void go(int step) {
        List<Integer> changes = changes();
        if (changes.isEmpty()) {
            return;
        }
        int at = list.getSelectionModel().getSelectedIndex();
        int target = step > 0
                ? changes.stream().filter(i -> i > at).findFirst().orElse(changes.getFirst())
                : changes.reversed().stream().filter(i -> i < at).findFirst().orElse(changes.getLast());
        list.getSelectionModel().clearAndSelect(target);
        list.scrollTo(Math.max(0, target - 2));
    }

    private List<Integer> changes() {
        List<Integer> changes = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof DiffRow.Line l && l.line().changed()) {
                changes.add(i);
            }
        }
        return changes;
    }

    private void fill() {
        if (report == null) {
            return;
        }
        List<DiffRow> filled = report.rows(only.isSelected());
        rows.setAll(filled.isEmpty() ? List.of(new DiffRow.Nothing(Messages.text("hops.nothing"))) : filled);
        list.getSelectionModel().clearSelection();
        boolean none = changes().isEmpty();
        previous.setDisable(none);
        next.setDisable(none);
        copy.setDisable(filled.isEmpty());
        showPlace();
    }

    private void showPlace() {
        List<Integer> changes = changes();
        int at = changes.indexOf(list.getSelectionModel().getSelectedIndex());
        place.setText(
                at < 0
                        ? Messages.text("hops.changes", changes.size())
                        : Messages.text("hops.place", at + 1, changes.size()));
    }

    private void arrange() {
        double em = list.getWidth() <= 0 ? 12 : title.getFont().getSize();
        DiffCell.Width now = getWidth() < 58 * em
                ? DiffCell.Width.COMPACT
                : getWidth() < 91.6 * em ? DiffCell.Width.NARROW : DiffCell.Width.WIDE;
        if (now != width) {
            width = now;
            list.refresh();
        }
        boolean compact = now == DiffCell.Width.COMPACT;
        subtitle.setVisible(!compact);
        subtitle.setManaged(!compact);
        title.setVisible(!compact);
        title.setManaged(!compact);
        copy.setText(compact ? "" : Messages.text("hops.copy"));
        double wanted = way.prefHeight(getWidth()) + 1;
        double most = Math.max(80, MOST_OF_HEIGHT * getHeight());
        wayScroll.setPrefHeight(Math.min(wanted, most));
        wayScroll.setMinHeight(Math.min(wanted, most));
        wayScroll.setMaxHeight(Math.min(wanted, most));
    }

    private void listKey(KeyEvent event) {
        if (!(list.getSelectionModel().getSelectedItem() instanceof DiffRow.Line line)) {
            return;
        }
        if (COPY.match(event)) {
            put(DiffCell.text(line.line()));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            explain(list, line);
            event.consume();
        }
    }

    /** Says why in full, beside the line. */
    private void explain(Node beside, DiffRow.Line line) {
        if (line.reasons().isEmpty()) {
            return;
        }
        VBox box = new WordsColumn();
        box.getStyleClass().add("explanation");
        for (ReasonWords reason : line.reasons()) {
            Label label = new Label(reason.label());
            label.getStyleClass().add("strong");
            label.setWrapText(true);
            Label text = new Label(reason.explanation());
            text.getStyleClass().add("secondary");
            text.setWrapText(true);
            text.setMinHeight(USE_PREF_SIZE);
            box.getChildren().addAll(label, text);
            if (!reason.rfc().isEmpty()) {
                Label rfc = new Label(reason.rfc());
                rfc.getStyleClass().addAll("mono", "tertiary");
                box.getChildren().add(rfc);
            }
        }
        CustomMenuItem item = new CustomMenuItem(box, true);
        item.getStyleClass().add("explanation-item");
        ContextMenu popover = new ContextMenu(item);
        popover.show(beside, javafx.geometry.Side.BOTTOM, 0, 2);
    }

    /** Says what the selected line means, until Esc; the first line where none is selected. */
    public void explainLine() {
        list.requestFocus();
        if (list.getSelectionModel().getSelectedIndex() < 0) {
            list.getSelectionModel().select(rows.size() > 1 ? 1 : 0);
        }
        explainLine(list.getSelectionModel().getSelectedIndex(), true);
    }

    /** @param hold whether it stays until Esc */
    private void explainLine(int at, boolean hold) {
        if (report == null || at < 0 || at >= rows.size() || !(rows.get(at) instanceof DiffRow.Line row)) {
            meanings.hide();
            return;
        }
        long legs = rows.subList(0, at).stream()
                .filter(DiffRow.Title.class::isInstance)
                .count();
        boolean request = legs < 2 && !report.diff().request().lines().isEmpty();
        Meaning meaning =
                HopMeaning.of(report.exchange(), request ? Direction.REQUEST : Direction.RESPONSE, row.line());
        Bounds bounds = cell(at);
        if (meaning != null && bounds != null) {
            meanings.show(list, bounds, bounds.getMinX() + 12, meaning, List.of(), hold);
        }
    }

    /** Where a row is on the screen; null where it is not in sight. */
    private @Nullable Bounds cell(int index) {
        return list.lookupAll(".diff-cell").stream()
                .filter(n -> n instanceof DiffCell cell && cell.getIndex() == index && cell.isVisible())
                .map(n -> n.localToScreen(n.getBoundsInLocal()))
                .findFirst()
                .orElse(null);
    }

    private static void put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static Button icon(String literal, String key) {
        Button button = new Button("", new Glyph(literal));
        button.getStyleClass().addAll("quiet", "icon-only", "small");
        button.setMinWidth(USE_PREF_SIZE);
        Tips.name(button, Messages.text(key));
        return button;
    }
}
