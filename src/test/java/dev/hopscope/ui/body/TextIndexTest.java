package dev.hopscope.ui.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.inspect.body.BodyRendering;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextIndexTest {
    /** The second line was longer than a fold of four characters. */
    private final TextIndex index = TextIndex.of(
            new BodyRendering.Text("ab\ncdef\nghij\nk\nlm", List.of(), new int[] {2, 3}, false, List.of()));

    @Test
    void foldedLinesAreCopiedWhole() {
        assertThat(index.unfolded()).isEqualTo("ab\ncdefghijk\nlm");
        assertThat(index.unfolded(5, 10)).isEqualTo("efgh");
    }

    @Test
    void textAcrossAFoldIsFoundWhereItIsShown() {
        assertThat(index.find("FGH")).containsExactly(6, 10);
        assertThat(index.find("k")).containsExactly(13, 14);
        assertThat(index.find("j\nk")).isEmpty();
    }

    @Test
    void anEmptyTextIsFoundNowhere() {
        assertThat(index.find("")).isEmpty();
    }

    @Test
    void charactersWhoseLowerCaseIsLongerKeepTheOffsets() {
        TextIndex turkish =
                TextIndex.of(new BodyRendering.Text("\u0130\u0130x", List.of(), new int[0], false, List.of()));

        assertThat(turkish.find("X")).containsExactly(2, 3);
    }

    @Test
    void findsAreCountedUpToTheirCap() {
        TextIndex many =
                TextIndex.of(new BodyRendering.Text("a".repeat(50_000), List.of(), new int[0], false, List.of()));

        assertThat(many.find("a")).hasSize(2 * TextIndex.MAX_FINDS);
    }
}
