package dev.hopscope.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkedLineTest {
    @Test
    void whatAFieldWouldDropIsShownAsAMark() {
        assertThat(MarkedLine.of("two\r\nlines\tand \u0000\u007F é")).isEqualTo("two␍␊lines␉and ␀␡ é");
    }

    @ParameterizedTest
    @CsvSource({
        "two␊lines, two\\nlines",
        "two␊lines!, two\\nlines!",
        "a two␊lines, a two\\nlines",
        "two␊three␊lines, two\\nthree␊lines",
        "twolines, twolines",
        "tw␊lines, tw\\nlines",
        "'', ''"
    })
    void anEditKeepsTheCharactersItDoesNotTouch(String typed, String text) {
        assertThat(MarkedLine.edited("two\nlines", typed)).isEqualTo(text.replace("\\n", "\n"));
    }

    @Test
    void aMarkThatIsInTheTextItselfStaysOne() {
        assertThat(MarkedLine.edited("a␊b\nc", "a␊b␊cd")).isEqualTo("a␊b\ncd");
    }
}
