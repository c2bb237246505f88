package dev.hopscope.ui.body;

import dev.hopscope.inspect.body.BodyRendering;
import dev.hopscope.inspect.body.BodyView;
import dev.hopscope.inspect.body.BodyViews;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Figures;
import dev.hopscope.ui.kit.Lane;
import dev.hopscope.ui.kit.Messages;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A list of parts, and the one selected below it with its own head and view. FX thread; a part is read and rendered in the background when it is selected. */
final class PartsPane extends SplitPane implements Findable {
    private final TablePane list;
    private final Lane lane;
    private final Lane finding;
    private final TextBlock head = new TextBlock(Messages.text("body.part.head"));
    private final ViewChooser chooser = new ViewChooser();
    private final Label words = new Label();
    private final RenderingPane rendering;
    private List<BodyRendering.Part> parts = List.of();
    private BodyRendering.@Nullable Part shown;
    private int[] finds = new int[0];
    /** What was looked for, to be found again inside the part. */
    private String wanted = "";

    private record Drawn(List<BodyView> views, BodyView view, BodyRendering rendering) {}

    PartsPane(Background background) {
        list = new TablePane(background);
        lane = background.lane();
        finding = background.lane();
        rendering = new RenderingPane(background);
        getStyleClass().add("parts");
        setOrientation(Orientation.VERTICAL);
        setMinSize(0, 0);
        words.getStyleClass().addAll("caption", "secondary");
        words.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(words, space, chooser);
        bar.getStyleClass().add("part-bar");
        VBox.setVgrow(rendering, Priority.ALWAYS);
        head.getStyleClass().add("part-head");
        head.setMinHeight(Region.USE_PREF_SIZE);
        VBox part = new VBox(head, bar, rendering);
        part.setMinSize(0, 0);
        getItems().addAll(list, part);
        setDividerPositions(0.4);
        SplitPane.setResizableWithParent(list, false);
        list.getSelectionModel().selectedIndexProperty().subscribe(i -> select(i.intValue()));
        chooser.setOnChoice(view -> draw(view, false));
    }

    void show(BodyRendering.Parts rendered) {
        parts = rendered.parts();
        shown = null;
        list.show(
                rendered.columns(),
                parts.stream().map(BodyRendering.Part::cells).toList());
        setDividerPositions(Math.clamp(0.12 + 0.05 * parts.size(), 0.2, 0.45));
        if (parts.isEmpty()) {
            rendering.show(null);
            visible(false);
        } else {
            list.getSelectionModel().select(0);
        }
    }

    /** All rows of the list, one a line. */
    String text() {
        return list.text();
    }

    private void select(int index) {
        if (index < 0 || index >= parts.size() || parts.get(index) == shown) {
            return;
        }
        BodyRendering.Part part = parts.get(index);
        shown = part;
        boolean headed = !part.head().text().isEmpty();
        head.setVisible(headed);
        head.setManaged(headed);
        head.show(part.head());
        head.setPrefHeight(
                headed
                        ? (part.head().text().lines().count() * 1.7 + 1.2)
                                * words.getFont().getSize()
                        : 0);
        draw(null, true);
    }

    private void visible(boolean any) {
        chooser.setVisible(any);
        words.setText("");
        head.setVisible(any);
        head.setManaged(any);
    }

    private void draw(@Nullable BodyView chosen, boolean first) {
        BodyRendering.Part part = shown;
        if (part == null) {
            return;
        }
        lane.ask(
                progress -> {
                    List<BodyView> views = BodyViews.suiting(part.body());
                    BodyView view = chosen == null ? views.getFirst() : chosen;
                    return new Drawn(views, view, view.render(part.body()));
                },
                drawn -> drawn(part, drawn, first),
                failure -> words.setText(String.valueOf(failure.getMessage())));
    }

    private void drawn(BodyRendering.Part part, Drawn drawn, boolean first) {
        chooser.setVisible(true);
        chooser.show(drawn.views(), drawn.view());
        String size = Figures.size(part.body().length());
        String notes = String.join(" \u00b7 ", NoteWords.of(drawn.rendering().notes()));
        words.setText(notes.isEmpty() ? size : size + " \u00b7 " + notes);
        rendering.show(drawn.rendering());
        if (first && !wanted.isEmpty()) {
            rendering.showFirst(wanted);
        }
    }

    @Override
    public void find(String text, IntConsumer found) {
        wanted = text;
        String what = text.toLowerCase(Locale.ROOT);
        List<BodyRendering.Part> all = parts;
        finding.ask(
                progress -> IntStream.range(0, what.isEmpty() ? 0 : all.size())
                        .takeWhile(i -> progress.report(0))
                        .filter(i -> contains(all.get(i), what))
                        .limit(MAX_FINDS)
                        .toArray(),
                places -> {
                    finds = places;
                    found.accept(places.length);
                },
                failure -> words.setText(String.valueOf(failure.getMessage())));
    }

    private static boolean contains(BodyRendering.Part part, String what) {
        return part.cells().stream()
                        .anyMatch(cell -> cell.toLowerCase(Locale.ROOT).contains(what))
                || part.head().text().toLowerCase(Locale.ROOT).contains(what)
                || part.body().text().text().toLowerCase(Locale.ROOT).contains(what);
    }

    @Override
    public void showFind(int index) {
        boolean same = list.getSelectionModel().getSelectedIndex() == finds[index];
        list.getSelectionModel().clearAndSelect(finds[index]);
        list.scrollTo(Math.max(0, finds[index] - 2));
        if (same) {
            rendering.showFirst(wanted);
        }
    }
}
