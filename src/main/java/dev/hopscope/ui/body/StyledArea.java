package dev.hopscope.ui.body;

import dev.hopscope.inspect.body.BodyRendering;
import dev.hopscope.inspect.body.BodyRendering.Span;
import dev.hopscope.inspect.body.Style;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.SegmentOps;
import org.fxmisc.richtext.model.StyledSegment;
import org.fxmisc.richtext.model.TextOps;
import org.fxmisc.richtext.util.UndoUtils;

/** Read-only coloured text; copying makes folded lines whole again. FX thread; {@link #prepare} any thread. Does not search. */
final class StyledArea extends CodeArea {
    private static final TextOps<String, Collection<String>> OPS = SegmentOps.styledTextOps();
    private static final List<List<String>> STYLES = Arrays.stream(Style.values())
            .map(style -> style == Style.PLAIN
                    ? List.<String>of()
                    : List.of("syntax-" + style.name().toLowerCase(Locale.ROOT)))
            .toList();

    /** A text with all that can be worked out before it is drawn; the document's paragraphs are its lines. */
    record Prepared(
            FoldedText folded,
            TextIndex index,
            ReadOnlyStyledDocument<Collection<String>, String, Collection<String>> document) {}

    private static final Prepared NOTHING =
            prepare(new BodyRendering.Text("", List.of(), new int[0], false, List.of()));

    private Prepared shown = NOTHING;
    private IntConsumer onFold = line -> {};

    StyledArea(boolean numbered) {
        setEditable(false);
        setWrapText(true);
        setUndoManager(UndoUtils.noOpUndoManager());
        getStyleClass().add("styled-text");
        if (numbered) {
            setParagraphGraphicFactory(this::number);
        }
    }

    static Prepared prepare(BodyRendering.Text text) {
        return prepare(text, TextIndex.of(text), new BitSet());
    }

    /** @param folded first lines of the regions that are hidden */
    static Prepared prepare(BodyRendering.Text text, TextIndex index, BitSet folded) {
        FoldedText made = FoldedText.of(text, folded, lines -> "  " + Messages.text("body.fold.lines", lines));
        return new Prepared(made, index, document(made.shown(), made.spans()));
    }

    private static ReadOnlyStyledDocument<Collection<String>, String, Collection<String>> document(
            String chars, List<Span> spans) {
        var builder = new ReadOnlyStyledDocumentBuilder<Collection<String>, String, Collection<String>>(OPS, List.of());
        int next = 0;
        for (int from = 0; from <= chars.length(); ) {
            int end = chars.indexOf('\n', from);
            int to = end < 0 ? chars.length() : end;
            List<StyledSegment<String, Collection<String>>> line = new ArrayList<>();
            int at = from;
            while (next < spans.size() && spans.get(next).start() < to) {
                Span span = spans.get(next);
                if (span.start() > at) {
                    line.add(new StyledSegment<>(chars.substring(at, span.start()), List.of()));
                }
                int until = Math.min(span.end(), to);
                int start = Math.max(at, span.start());
                if (until > start) {
                    line.add(new StyledSegment<>(
                            chars.substring(start, until),
                            STYLES.get(span.style().ordinal())));
                }
                at = Math.max(at, until);
                if (span.end() > to) {
                    break;
                }
                next++;
            }
            if (at < to || line.isEmpty()) {
                line.add(new StyledSegment<>(chars.substring(at, to), List.of()));
            }
            builder.addParagraph(line);
            from = to + 1;
        }
        return builder.build();
    }

    /** @param action is told the line whose fold was clicked */
    void setOnFold(IntConsumer action) {
        onFold = action;
    }

    Prepared shown() {
        return shown;
    }

    /** Shows the same text, other regions of it hidden, at the same place. */
    void refold(Prepared prepared) {
        int top = firstVisibleParToAllParIndex();
        int line = shown.folded().line(top);
        int caret = shown.folded().toWhole(getCaretPosition());
        shown = prepared;
        replace(0, getLength(), prepared.document());
        int at = prepared.folded().toShown(caret);
        moveTo(Math.max(0, at));
        showParagraphAtTop(prepared.folded().shownLine(line));
    }

    /** Selects a piece of the whole text that is not hidden. */
    void selectWhole(int from, int to) {
        int start = shown.folded().toShown(from);
        int end = shown.folded().toShown(to);
        if (start >= 0 && end >= 0) {
            selectRange(start, end);
            requestFollowCaret();
        }
    }

    void show(Prepared prepared) {
        shown = prepared;
        replace(0, getLength(), prepared.document());
        moveTo(0);
        showParagraphAtTop(0);
    }

    /** The text as it was before long lines were folded. */
    String unfolded() {
        return shown.index().unfolded();
    }

    /** Paragraphs that go on with the one before, increasing. */
    int[] continued() {
        return shown.folded().whole().continued();
    }

    TextIndex index() {
        return shown.index();
    }

    @Override
    public void copy() {
        if (getSelection().getLength() > 0) {
            Clips.put(shown.index()
                    .unfolded(
                            shown.folded().toWhole(getSelection().getStart()),
                            shown.folded().toWhole(getSelection().getEnd())));
        }
    }

    private Node number(int paragraph) {
        FoldedText folded = shown.folded();
        int line = folded.line(paragraph);
        int[] continued = folded.whole().continued();
        int at = Arrays.binarySearch(continued, line);
        int before = at >= 0 ? at : -at - 1;
        Label label = new Label(at >= 0 ? "\u21b3" : Integer.toString(line + 1 - before));
        label.getStyleClass().add("line-number");
        label.setMinWidth(USE_PREF_SIZE);
        int last = folded.line(getParagraphs().size() - 1) + 1;
        int digits = Math.max(2, Integer.toString(last - continued.length).length());
        boolean folding = folded.whole().folds().length > 0;
        if (folding) {
            label.getStyleClass().add("before-fold");
        }
        label.setStyle("-fx-pref-width: " + (digits * 0.6 + (folding ? 0.25 : 0.95)) + "em;");
        return folding ? new HBox(label, fold(line)) : label;
    }

    /** What folds a region, before its first line; room for it before others. */
    private Node fold(int line) {
        Label mark = new Label();
        mark.getStyleClass().add("fold");
        mark.setMinWidth(USE_PREF_SIZE);
        if (shown.folded().foldable(line)) {
            boolean closed = shown.folded().folded().get(line);
            mark.setGraphic(new Glyph(closed ? "bi-chevron-right" : "bi-chevron-down"));
            mark.setAccessibleText(Messages.text(closed ? "body.fold.open" : "body.fold.close"));
            mark.setOnMousePressed(event -> {
                onFold.accept(line);
                event.consume();
            });
        }
        return mark;
    }
}
