package dev.hopscope.ui.compare;

import dev.hopscope.inspect.compare.BodyMode;
import dev.hopscope.inspect.compare.Line;
import dev.hopscope.inspect.compare.Section;
import dev.hopscope.inspect.diff.DiffKind;
import dev.hopscope.inspect.diff.Span;
import dev.hopscope.inspect.diff.WordDiff;
import dev.hopscope.ui.kit.ClippedBox;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Plain;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** A row of the comparison: mark, name, both sides or one, remark. FX thread. Asks the model for everything that changes. */
final class CompareCell extends ListCell<CompareRow> {
    private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final double MOST_OF_BAR = 0.5;
    /** Characters that stay before the first word that differs, where a line is too long for its column. */
    private static final int LEAD = 20;

    private final CompareModel model;
    private final PictureRow pictures;

    CompareCell(CompareModel model, PictureRow pictures) {
        this.model = model;
        this.pictures = pictures;
        getStyleClass().add("compare-cell");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setMinWidth(0);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable CompareRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        setTooltip(null);
        pseudoClassStateChanged(HEAD, row instanceof CompareRow.Head);
        pseudoClassStateChanged(OPEN, row instanceof CompareRow.Head head && head.open());
        setGraphic(row == null || empty ? null : graphic(row));
        setAccessibleText(row == null || empty ? "" : CompareWords.sentence(row));
    }

    private Node graphic(CompareRow row) {
        return switch (row) {
            case CompareRow.Head h -> head(h);
            case CompareRow.Pair p -> pair(p);
            case CompareRow.Gap g -> gap(g);
            case CompareRow.Said s -> said(s);
            case CompareRow.Pictures p -> pictures.shown(p.images());
        };
    }

    private Node head(CompareRow.Head row) {
        Section section = row.section();
        Glyph chevron = new Glyph(row.open() ? "bi-chevron-down" : "bi-chevron-right");
        Label title = new Label(CompareWords.title(section.part()), chevron);
        title.getStyleClass().add("section-title");
        title.setMinWidth(USE_PREF_SIZE);
        Label about = new Label(CompareWords.about(section));
        about.getStyleClass().add("secondary");
        about.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(title, about, space);
        line.getStyleClass().add("compare-head");
        line.setAlignment(Pos.CENTER_LEFT);
        line.setOnMouseClicked(e -> model.toggle(section.part()));
        Section.Body body = section.body();
        if (row.open() && body != null) {
            body.modes().forEach(mode -> line.getChildren().add(mode(section.part(), body.mode(), mode)));
            if (body.mode() == BodyMode.STRUCTURE || body.mode() == BodyMode.TEXT) {
                line.getChildren().add(equal(section.part()));
            }
        }
        return line;
    }

    private ToggleButton mode(Section.Part part, BodyMode now, BodyMode mode) {
        ToggleButton button = new ToggleButton(CompareWords.mode(mode));
        button.getStyleClass().addAll("quiet", "small");
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setSelected(mode == now);
        button.setOnAction(e -> {
            button.setSelected(mode == now);
            if (mode != now) {
                model.choose(part, mode);
            }
        });
        return button;
    }

    private ToggleButton equal(Section.Part part) {
        ToggleButton button = new ToggleButton(Messages.text("compare.showEqual"));
        button.getStyleClass().addAll("quiet", "small", "compare-equal");
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setSelected(model.equalShown(part));
        button.setOnAction(e -> model.setEqualShown(part, button.isSelected()));
        return button;
    }

    private Node gap(CompareRow.Gap row) {
        Button button = new Button(CompareWords.gap(row), new Glyph("bi-arrows-expand"));
        button.getStyleClass().addAll("quiet", "small");
        button.setFocusTraversable(false);
        button.setOnAction(e -> model.open(row));
        HBox line = new HBox(button);
        line.getStyleClass().add("compare-gap");
        line.setAlignment(Pos.CENTER);
        return line;
    }

    private static Node said(CompareRow.Said row) {
        Label label = new Label(CompareWords.fact(row.fact()), new Glyph("bi-exclamation-triangle"));
        label.getStyleClass().addAll("secondary", "compare-said");
        label.setWrapText(true);
        return label;
    }

    private Node pair(CompareRow.Pair row) {
        Line line = row.line();
        tip(row);
        String kind = line.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        WordDiff words = line.words();
        boolean unified = model.unified();
        boolean first = row.sides() == CompareRow.Sides.A;
        boolean split = row.sides() != CompareRow.Sides.BOTH && line.changed();
        String shown = !split ? kind : first ? "removed" : "added";
        Label mark = new Label(
                split ? CompareWords.mark(first ? DiffKind.REMOVED : DiffKind.ADDED) : CompareWords.mark(line.kind()));
        mark.getStyleClass().addAll("mono", "diff-mark", "mark-" + shown);
        boolean dim = line.remark() != null && line.remark().key().equals("ignored");
        boolean numbered = numbered(row.section());
        int start = start(words, numbered);
        CompareColumns columns = new CompareColumns(unified, numbered);
        columns.add(mark, name(line, shown), "compare-name");
        if (unified) {
            boolean second = row.sides() == CompareRow.Sides.B || line.a() == null;
            Line.Cell cell = second ? line.b() : line.a();
            columns.add(side(cell, second ? words.after() : words.before(), start, shown, shown, dim), "diff-left");
        } else {
            columns.add(side(line.a(), words.before(), start, kind, word(kind, "removed"), dim), "diff-left");
            columns.add(side(line.b(), words.after(), start, kind, word(kind, "added"), dim), "diff-right");
        }
        columns.addRemark(remark(row));
        return columns;
    }

    /** Where both sides are shown from: later than at their beginning where the first word that differs would be out of sight. */
    private int start(WordDiff words, boolean numbered) {
        double width = getListView() == null ? 0 : getListView().getWidth();
        int room = CompareColumns.characters(width, getFont().getSize(), model.unified(), numbered);
        int first = Integer.MAX_VALUE;
        int last = 0;
        for (List<Span> spans : List.of(words.before(), words.after())) {
            if (!spans.isEmpty()) {
                first = Math.min(first, spans.getFirst().from());
                last = Math.max(
                        last, Math.min(spans.getFirst().to(), spans.getFirst().from() + LEAD));
            }
        }
        return last <= room ? 0 : Math.max(0, first - LEAD);
    }

    private static boolean numbered(Section section) {
        return section.body() != null
                && (section.body().mode() == BodyMode.TEXT || section.body().mode() == BodyMode.HEX);
    }

    private static String word(String kind, String side) {
        return kind.equals("changed") ? "changed" : side;
    }

    private static Label remark(CompareRow.Pair row) {
        Line line = row.line();
        Label label = new Label(line.remark() == null ? "" : CompareWords.fact(line.remark()));
        label.getStyleClass().addAll("secondary", "compare-remark");
        label.setMinWidth(0);
        return label;
    }

    private void tip(CompareRow.Pair row) {
        String text = CompareWords.copied(row);
        if (text.length() < 40) {
            return;
        }
        Tooltip tip = new Tooltip(
                text.lines().map(Plain::line).reduce((a, b) -> a + "\n" + b).orElse(""));
        tip.setWrapText(true);
        tip.setMaxWidth(800);
        tip.setShowDelay(Duration.millis(700));
        setTooltip(tip);
    }

    private static Region name(Line line, String shown) {
        CompareWords.Name name = CompareWords.name(line.label());
        ClippedBox box = new ClippedBox();
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("compare-label");
        box.setStyle("-fx-padding: 0 0.5em 0 " + (0.75 + 1.25 * line.depth()) + "em;");
        if (line.kind() == DiffKind.CASE_ONLY) {
            box.getStyleClass().add("diff-" + shown);
        }
        boolean words = line.label().called() == Line.Called.WORDS;
        Label label = part(name.name(), line.group() ? "diff-name" : words ? "diff-text" : "diff-name");
        if (words) {
            label.getStyleClass().remove("mono");
        }
        box.getChildren().add(label);
        if (!name.dim().isEmpty()) {
            box.getChildren().add(part(" " + name.dim(), "diff-dim"));
        }
        if (!name.detail().isEmpty()) {
            box.getChildren().add(part(" " + name.detail(), "diff-name"));
        }
        return box;
    }

    private static Region side(
            Line.@Nullable Cell cell, List<Span> words, int start, String kind, String word, boolean dim) {
        ClippedBox box = new ClippedBox();
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("diff-side");
        if (cell == null) {
            box.getStyleClass().add("diff-empty");
            return box;
        }
        box.getStyleClass().add("diff-" + kind);
        String look = dim ? "diff-dim" : "look-" + cell.look().name().toLowerCase(Locale.ROOT);
        if (cell.share() >= 0) {
            bar(box, cell);
        }
        String text = cell.text();
        int at = Math.min(start, text.length());
        if (at > 0) {
            box.getChildren().add(part("\u2026", "diff-dim"));
        }
        for (Span span : words) {
            text(box, text.substring(at, span.from()), look);
            box.getChildren().add(part(Plain.line(text.substring(span.from(), span.to())), look, "diff-word-" + word));
            at = span.to();
        }
        text(box, text.substring(at), look);
        return box;
    }

    private static void bar(HBox box, Line.Cell cell) {
        Region bar = new Region();
        bar.getStyleClass().add("compare-bar-of-time");
        bar.prefWidthProperty().bind(box.widthProperty().multiply(MOST_OF_BAR * cell.share()));
        bar.minWidthProperty().bind(bar.prefWidthProperty());
        Region space = new Region();
        space.getStyleClass().add("compare-bar-space");
        space.prefWidthProperty().bind(box.widthProperty().multiply(MOST_OF_BAR * (1 - cell.share())));
        box.getChildren().addAll(bar, space);
    }

    private static void text(HBox box, String text, String look) {
        if (!text.isEmpty()) {
            box.getChildren().add(part(Plain.line(text), look));
        }
    }

    private static Label part(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll("mono", "diff-part");
        label.getStyleClass().addAll(styles);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
