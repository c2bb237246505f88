package dev.hopscope.ui.body;

import dev.hopscope.inspect.body.BodyRendering;
import dev.hopscope.inspect.body.BodyRendering.Span;
import dev.hopscope.inspect.body.Style;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
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
            BodyRendering.Text text,
            TextIndex index,
            ReadOnlyStyledDocument<Collection<String>, String, Collection<String>> document) {}

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
        var builder = new ReadOnlyStyledDocumentBuilder<Collection<String>, String, Collection<String>>(OPS, List.of());
        String chars = text.text();
        int next = 0;
        for (int from = 0; from <= chars.length(); ) {
            int end = chars.indexOf('\n', from);
            int to = end < 0 ? chars.length() : end;
            List<StyledSegment<String, Collection<String>>> line = new ArrayList<>();
            int at = from;
            while (next < text.spans().size() && text.spans().get(next).start() < to) {
                Span span = text.spans().get(next);
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
        return new Prepared(text, TextIndex.of(text), builder.build());
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
