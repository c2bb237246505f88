package dev.hopscope.ui.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.inspect.body.BodyRendering;
import dev.hopscope.inspect.body.BodyRendering.Span;
import dev.hopscope.inspect.body.Style;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldedTextTest {
    /** Line 1 hides 2 to 3, line 0 hides 1 to 4. */
    private static final BodyRendering.Text TEXT = new BodyRendering.Text(
            "{\n a[\n  1\n  22\n ]\n}",
            List.of(new Span(3, 4, Style.KEY), new Span(8, 9, Style.NUMBER), new Span(16, 17, Style.PUNCTUATION)),
            new int[0],
            new int[] {0, 4, 1, 3},
            false,
            List.of());

    @Test
    void aRegionIsHiddenBehindItsFirstLine() {
        FoldedText folded = folded(1);

        assertThat(folded.shown()).isEqualTo("{\n a[<2>\n ]\n}");
        assertThat(folded.line(2)).isEqualTo(4);
        assertThat(folded.shownLine(3)).isEqualTo(1);
    }

    @Test
    void colorsMoveWithTheirText() {
        FoldedText folded = folded(1);

        assertThat(folded.spans())
                .extracting(s -> folded.shown().substring(s.start(), s.end()))
                .containsExactly("a", "<2>", "]");
    }

    @Test
    void offsetsLeadToAndFro() {
        FoldedText folded = folded(1);
        int bracket = TEXT.text().indexOf(']');

        assertThat(folded.toShown(bracket)).isEqualTo(folded.shown().indexOf(']'));
        assertThat(folded.toWhole(folded.shown().indexOf(']'))).isEqualTo(bracket);
        assertThat(folded.toShown(TEXT.text().indexOf("22"))).isEqualTo(-1);
        assertThat(folded.toWhole(folded.shown().indexOf("2>")))
                .isEqualTo(TEXT.text().indexOf('[') + 1);
    }

    @Test
    void whatHidesAPlaceIsUnfoldedForIt() {
        BitSet both = new BitSet();
        both.set(0, 2);
        FoldedText folded = FoldedText.of(TEXT, both, lines -> "");

        assertThat(folded.shown()).isEqualTo("{\n}");
        assertThat(folded.foldedButFor(TEXT.text().indexOf("22"))).isEqualTo(new BitSet());
        assertThat(folded.foldedButFor(TEXT.text().indexOf('a')).get(1)).isTrue();
    }

    @Test
    void nothingFoldedIsTheTextItself() {
        FoldedText whole = FoldedText.of(TEXT, new BitSet(), lines -> "");

        assertThat(whole.shown()).isEqualTo(TEXT.text());
        for (int i = 0; i <= TEXT.text().length(); i++) {
            assertThat(whole.toShown(i)).isEqualTo(i);
            assertThat(whole.toWhole(i)).isEqualTo(i);
        }
    }

    private static FoldedText folded(int line) {
        BitSet set = new BitSet();
        set.set(line);
        return FoldedText.of(TEXT, set, lines -> "<" + lines + ">");
    }
}
