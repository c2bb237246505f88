package dev.hopscope.inspect.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineViewTest {

    @Test
    void eachLineIsADocument() {
        assertThat(cells("{\"a\":1}\n\n[2]\r\n3"))
                .containsExactly(List.of("1", "{\"a\":1}"), List.of("2", "[2]"), List.of("3", "3"));
    }

    @Test
    void recordsMayBeginWithASeparatorInstead() {
        assertThat(cells("\u001e{\"a\":\n1}\n\u001e2\n"))
                .containsExactly(List.of("1", "{\"a\": 1}"), List.of("2", "2"));
    }

    @Test
    void linesAreRecognisedWithoutAType() {
        assertThat(BodyViews.suiting(Samples.text("text/plain", "{\"a\":1}\n{\"a\":2}\n"))
                        .getFirst()
                        .id())
                .isEqualTo("lines");
        assertThat(BodyViews.suiting(Samples.text("application/json", "{\n\"a\": {}\n}\n"))
                        .getFirst()
                        .id())
                .isEqualTo("json");
    }

    private static List<List<String>> cells(String text) {
        BodySample sample = Samples.text("application/x-ndjson", text);
        return ((BodyRendering.Parts) Samples.view("lines").render(sample))
                .parts().stream().map(BodyRendering.Part::cells).toList();
    }
}
