package dev.hopscope.inspect.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextBuilderTest {
    @Test
    void lineLongerThanTheFoldGoesOnInTheNext() {
        BodyRendering.Text text = new TextBuilder()
                .add("a\n" + "x".repeat(25_000) + "\nb", Style.STRING)
                .build(List.of());

        assertThat(text.text().lines().map(String::length)).containsExactly(1, 10_000, 10_000, 5_000, 1);
        assertThat(text.continued()).containsExactly(2, 3);
        assertThat(text.notes()).containsExactly(Note.of("folded", TextBuilder.FOLD));
    }

    @Test
    void everyLineEndBecomesOne() {
        assertThat(new TextBuilder()
                        .add("a\r\nb\rc\nd", Style.PLAIN)
                        .build(List.of())
                        .text())
                .isEqualTo("a\nb\nc\nd");
    }

    @Test
    void controlAndBidirectionalCharactersBecomeVisible() {
        assertThat(new TextBuilder()
                        .add("a\u0000\u001b\u202eb\tc", Style.PLAIN)
                        .build(List.of())
                        .text())
                .isEqualTo("a\u2400\u241b\uFFFDb\tc");
    }

    @Test
    void nothingIsAddedAboveTheCap() {
        TextBuilder builder = new TextBuilder();
        for (int i = 0; i < 300_000; i++) {
            builder.add("12345", Style.NUMBER).newLine();
        }

        BodyRendering.Text text = builder.build(List.of());
        assertThat(text.text()).hasSize(TextBuilder.MAX_CHARS);
        assertThat(text.notes()).containsExactly(Note.of("too-long", TextBuilder.MAX_CHARS));
    }

    @Test
    void textAboveTheCapIsCut() {
        TextBuilder builder = new TextBuilder();
        while (!builder.full()) {
            builder.add("0123456789\n".repeat(1000), Style.PLAIN);
        }

        assertThat(builder.build(List.of()).cut()).isTrue();
    }
}
