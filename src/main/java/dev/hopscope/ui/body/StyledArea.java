package dev.hopscope.ui.body;

import dev.hopscope.inspect.body.BodyRendering;
import dev.hopscope.inspect.body.BodyRendering.Span;
import dev.hopscope.inspect.body.Style;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.richtext.util.UndoUtils;

/** Read-only coloured text; copying makes folded lines whole again. FX thread; {@link #prepare} any thread. Does not search. */
final class StyledArea extends CodeArea {
    private static final List<List<String>> STYLES = Arrays.stream(Style.values())
            .map(style -> style == Style.PLAIN
                    ? List.<String>of()
                    : List.of("syntax-" + style.name().toLowerCase(Locale.ROOT)))
            .toList();

    /** A text with all that can be worked out before it is drawn. */
    record Prepared(BodyRendering.Text text, TextIndex index, StyleSpans<Collection<String>> styles) {}

    private static final Prepared NOTHING =
            prepare(new BodyRendering.Text("", List.of(), new int[0], false, List.of()));

    private Prepared shown = NOTHING;

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
        StyleSpansBuilder<Collection<String>> builder =
                new StyleSpansBuilder<>(2 * text.spans().size() + 1);
        int at = 0;
        for (Span span : text.spans()) {
            if (span.start() > at) {
                builder.add(List.of(), span.start() - at);
            }
            builder.add(STYLES.get(span.style().ordinal()), span.end() - span.start());
            at = span.end();
        }
        builder.add(List.of(), text.text().length() - at);
        return new Prepared(text, TextIndex.of(text), builder.create());
    }

    void show(Prepared prepared) {
        shown = prepared;
        replaceText(prepared.text().text());
        if (!prepared.text().spans().isEmpty()) {
            setStyleSpans(0, prepared.styles());
        }
        moveTo(0);
        showParagraphAtTop(0);
    }

    /** The text as it was before long lines were folded. */
    String unfolded() {
        return shown.index().unfolded();
    }

    TextIndex index() {
        return shown.index();
    }

    @Override
    public void copy() {
        if (getSelection().getLength() > 0) {
            Clips.put(shown.index()
                    .unfolded(getSelection().getStart(), getSelection().getEnd()));
        }
    }

    private Node number(int paragraph) {
        int[] continued = shown.text().continued();
        int at = Arrays.binarySearch(continued, paragraph);
        int before = at >= 0 ? at : -at - 1;
        Label label = new Label(at >= 0 ? "\u21b3" : Integer.toString(paragraph + 1 - before));
        label.getStyleClass().add("line-number");
        label.setMinWidth(USE_PREF_SIZE);
        int digits = Math.max(
                2, Integer.toString(getParagraphs().size() - continued.length).length());
        label.setStyle("-fx-pref-width: " + (digits * 0.6 + 0.95) + "em;");
        return label;
    }
}
