package dev.hopscope.ui.diff;

import dev.hopscope.exchange.HeaderChange.Part;
import dev.hopscope.inspect.diff.DiffKind;
import dev.hopscope.inspect.diff.DiffLine;
import dev.hopscope.inspect.diff.Span;
import dev.hopscope.ui.kit.ClippedBox;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A row of the comparison: mark, both sides, reason; the reason below where the view is narrow, all below each other where it is compact. FX thread. */
final class DiffCell extends ListCell<DiffRow> {
    /** How much room there is. */
    enum Width {
        WIDE,
        NARROW,
        COMPACT
    }

    private static final PseudoClass TITLE = PseudoClass.getPseudoClass("title");
    /** More of a value is not laid out on the line; the explanation and the copy have it. */
    private static final int MOST_SHOWN = 2000;

    private final java.util.function.Supplier<Width> width;
    private final BiConsumer<Node, DiffRow.Line> explain;
    private @Nullable Width drawn;

    DiffCell(java.util.function.Supplier<Width> width, BiConsumer<Node, DiffRow.Line> explain) {
        this.width = width;
        this.explain = explain;
        getStyleClass().add("diff-cell");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setMinWidth(0);
        setPrefWidth(0);
    }

    /** A cell put away while the view had another width comes back with the same row, and is drawn anew. */
    @Override
    public void updateIndex(int index) {
        super.updateIndex(index);
        if (drawn != width.get() && !isEmpty()) {
            updateItem(getItem(), false);
        }
    }

    @Override
    protected void updateItem(@Nullable DiffRow row, boolean empty) {
        super.updateItem(row, empty);
        drawn = width.get();
        setText(null);
        pseudoClassStateChanged(TITLE, row instanceof DiffRow.Title);
        setGraphic(empty ? null : graphic(row));
        setAccessibleText(
                switch (row) {
                    case null -> "";
                    case DiffRow.Title t -> t.before() + ", " + t.after() + ", " + changes(t.changes());
                    case DiffRow.Line l -> l.sentence();
                    case DiffRow.Nothing n -> n.text();
                });
    }

    private @Nullable Node graphic(@Nullable DiffRow row) {
        return switch (row) {
            case null -> null;
            case DiffRow.Title t -> title(t);
            case DiffRow.Line l -> line(l);
            case DiffRow.Nothing n -> {
                Label label = new Label(n.text());
                label.getStyleClass().addAll("tertiary", "diff-nothing");
                yield label;
            }
        };
    }

    private static String changes(int number) {
        return Messages.text("hops.changes", number);
    }

    private Node title(DiffRow.Title title) {
        Label count = new Label(changes(title.changes()));
        count.getStyleClass().addAll("diff-count", "number");
        count.setMinWidth(Region.USE_PREF_SIZE);
        count.setVisible(title.changes() > 0);
        if (width.get() == Width.COMPACT) {
            HBox line = row(mark(""), grow(heading(title.leg())), count);
            line.getStyleClass().add("diff-title");
            return line;
        }
        Columns columns = new Columns(width.get() == Width.WIDE);
        columns.add(mark(""), heading(title.before()), heading(title.after()));
        if (width.get() == Width.WIDE) {
            HBox why = row(grow(heading(Messages.text("hops.why"))), count);
            why.getStyleClass().add("diff-why");
            columns.getChildren().add(why);
        } else {
            columns.getChildren().add(count);
        }
        columns.getStyleClass().add("diff-title");
        return columns;
    }

    private Node line(DiffRow.Line row) {
        String kind = row.line().kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        if (width.get() == Width.COMPACT) {
            return stacked(row, kind);
        }
        boolean wide = width.get() == Width.WIDE;
        Columns columns = new Columns(wide);
        Label mark = mark(row.mark());
        mark.getStyleClass().add("mark-" + kind);
        columns.add(
                mark,
                side(row.line(), row.line().before(), "removed", kind),
                side(row.line(), row.line().after(), "added", kind));
        if (wide) {
            columns.getChildren().add(why(row));
            return columns;
        }
        return row.reasons().isEmpty() ? columns : new VBox(columns, indented(why(row)));
    }

    private Node stacked(DiffRow.Line row, String kind) {
        DiffLine line = row.line();
        VBox box = new VBox();
        boolean two = line.before() != null
                && line.after() != null
                && (line.kind() == DiffKind.CHANGED || line.kind() == DiffKind.CASE_ONLY);
        List<Node> lines = new ArrayList<>();
        if (two || line.after() == null) {
            lines.add(side(line, line.before(), "removed", two ? "removed" : kind));
        }
        if (line.after() != null) {
            lines.add(side(line, line.after(), "added", two ? "added" : kind));
        }
        for (int i = 0; i < lines.size(); i++) {
            Label mark = mark(two ? (i == 0 ? "\u2212" : "+") : row.mark());
            mark.getStyleClass().add("mark-" + (two ? (i == 0 ? "removed" : "added") : kind));
            box.getChildren().add(row(mark, grow((Region) lines.get(i))));
        }
        if (!row.reasons().isEmpty()) {
            box.getChildren().add(indented(why(row)));
        }
        return box;
    }

    private static Node indented(Node why) {
        HBox line = row(mark(""), grow((Region) why));
        line.getStyleClass().add("diff-below");
        return line;
    }

    private HBox why(DiffRow.Line row) {
        HBox box = new HBox();
        box.getStyleClass().add("diff-why");
        box.setMinWidth(0);
        if (row.reasons().isEmpty()) {
            return box;
        }
        Label label = new Label(row.why());
        label.getStyleClass().add(row.line().explained() ? "secondary" : "danger");
        label.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        String rfc = row.reasons().getFirst().rfc();
        Hyperlink link = new Hyperlink(rfc.isEmpty() ? Messages.text("hops.explain") : rfc);
        link.setFocusTraversable(false);
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setOnAction(e -> explain.accept(link, row));
        box.getChildren().addAll(label, space, link);
        return box;
    }

    private static Region side(DiffLine line, DiffLine.@Nullable Side side, String word, String kind) {
        HBox box = new ClippedBox();
        box.getStyleClass().add("diff-side");
        box.setAlignment(Pos.CENTER_LEFT);
        if (side == null) {
            box.getStyleClass().add("diff-empty");
            return box;
        }
        box.getStyleClass().add("diff-" + kind);
        if (line.part() == Part.TRAILERS) {
            box.getChildren().add(part(Messages.text("hops.trailer") + " ", "diff-dim"));
        }
        if (!side.name().isEmpty()) {
            box.getChildren().add(part(Plain.line(side.name()) + ": ", "diff-name"));
        }
        boolean start = line.part() == Part.START_LINE;
        String value =
                side.value().length() > MOST_SHOWN ? side.value().substring(0, MOST_SHOWN) + "\u2026" : side.value();
        int at = 0;
        for (Span span : side.words()) {
            int from = Math.min(span.from(), value.length());
            int to = Math.min(span.to(), value.length());
            text(box, value.substring(at, from), start);
            if (from < to) {
                box.getChildren().add(part(Plain.line(value.substring(from, to)), "diff-word-" + word));
            }
            at = to;
        }
        text(box, value.substring(at), start);
        return box;
    }

    private static void text(HBox box, String text, boolean start) {
        if (text.isEmpty()) {
            return;
        }
        int version = start ? text.indexOf("HTTP/") : -1;
        if (version < 0) {
            box.getChildren().add(part(Plain.line(text), "diff-text"));
            return;
        }
        int end = text.indexOf(' ', version);
        end = end < 0 ? text.length() : end;
        if (version > 0) {
            box.getChildren().add(part(Plain.line(text.substring(0, version)), "diff-text"));
        }
        box.getChildren().add(part(Plain.line(text.substring(version, end)), "diff-dim"));
        if (end < text.length()) {
            box.getChildren().add(part(Plain.line(text.substring(end)), "diff-text"));
        }
    }

    private static Label part(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().addAll("mono", "diff-part", style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("section-title");
        label.setMinWidth(0);
        return label;
    }

    private static Label mark(String text) {
        Label mark = new Label(text);
        mark.getStyleClass().addAll("mono", "diff-mark");
        mark.setMinWidth(Region.USE_PREF_SIZE);
        return mark;
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(0);
        return row;
    }

    private static Region grow(Region node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        node.setMaxWidth(Double.MAX_VALUE);
        return node;
    }

    /** The line as it stands on both sides, to read and to copy. */
    static String text(DiffLine line) {
        DiffLine.Side was = line.before();
        DiffLine.Side is = line.after();
        if (was == null || is == null || !line.changed()) {
            DiffLine.Side one = was != null ? was : is;
            return one == null ? "" : Plain.line(one.text());
        }
        return Plain.line(was.text()) + "\n" + Plain.line(is.text());
    }

    /** Mark, left, right and, where wide, the reason: 1 : 1 : 0.9 of what the mark leaves. */
    private static final class Columns extends HBox {
        private final boolean why;

        Columns(boolean why) {
            this.why = why;
            getStyleClass().add("diff-columns");
            setAlignment(Pos.CENTER_LEFT);
            setMinWidth(0);
        }

        void add(Node mark, Region left, Region right) {
            left.getStyleClass().add("diff-left");
            right.getStyleClass().add("diff-right");
            getChildren().addAll(mark, left, right);
        }

        @Override
        protected void layoutChildren() {
            Region mark = (Region) getChildren().getFirst();
            double gutter = mark.prefWidth(-1);
            double rest = getWidth() - gutter;
            double unit = why ? rest / 2.9 : (rest - (getChildren().size() > 3 ? 90 : 0)) / 2;
            double height = getHeight();
            double x = Math.round(gutter);
            mark.resizeRelocate(0, 0, x, height);
            double second = Math.round(gutter + unit);
            double third = Math.round(gutter + 2 * unit);
            getChildren().get(1).resizeRelocate(x, 0, second - x, height);
            getChildren().get(2).resizeRelocate(second, 0, third - second, height);
            if (getChildren().size() > 3) {
                Node last = getChildren().get(3);
                if (why) {
                    last.resizeRelocate(third, 0, getWidth() - third, height);
                } else {
                    double own = ((Region) last).prefWidth(-1);
                    last.resizeRelocate(
                            getWidth() - own - 12, (height - last.prefHeight(-1)) / 2, own, last.prefHeight(-1));
                }
            }
        }
    }
}
