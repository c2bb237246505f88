package dev.hopscope.inspect.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Headers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonViewTest {
    @Test
    void membersAndElementsStandOnLinesOfTheirOwn() {
        assertThat(pretty("{\"a\":[1,true,{}],\"b\":{\"c\":\"d\"}}"))
                .isEqualTo("{\n  \"a\": [\n    1,\n    true,\n    {}\n  ],\n  \"b\": {\n    \"c\": \"d\"\n  }\n}");
    }

    @Test
    void numbersStayAsTheyAreWritten() {
        assertThat(pretty("[12345678901234567890.1000e+02,-0.0,1E400]"))
                .contains("12345678901234567890.1000e+02", "-0.0", "1E400");
    }

    @Test
    void duplicateKeysAreKept() {
        assertThat(pretty("{\"a\":1,\"a\":2}")).isEqualTo("{\n  \"a\": 1,\n  \"a\": 2\n}");
    }

    @Test
    void keysStringsNumbersAndWordsHaveTheirOwnStyles() {
        BodyRendering.Text text = render("{\"k\":[\"s\",1,null]}");

        assertThat(styled(text, Style.KEY)).isEqualTo("\"k\"");
        assertThat(styled(text, Style.STRING)).isEqualTo("\"s\"");
        assertThat(styled(text, Style.NUMBER)).isEqualTo("1");
        assertThat(styled(text, Style.KEYWORD)).isEqualTo("null");
    }

    @Test
    void depthDoesNotOverflowAnything() {
        BodyRendering.Text text = render("[".repeat(200_000) + "]".repeat(200_000));

        assertThat(text.text().length()).isLessThanOrEqualTo(TextBuilder.MAX_CHARS);
    }

    @Test
    void textThatIsNoJsonIsShownWithThePlaceWhereItGoesWrong() {
        BodyRendering.Text text = render("{\"a\": 1,\n \"b\": nope}");

        assertThat(text.text()).contains("nope");
        assertThat(styled(text, Style.ERROR)).isEqualTo("nope");
        assertThat(text.notes()).contains(Note.of("json-invalid", 2, 7));
    }

    @Test
    void aDocumentThatEndsEarlyIsToldFromOneCutByTheSample() {
        byte[] bytes = "{\"a\": [1, 2".getBytes(StandardCharsets.UTF_8);

        assertThat(render("{\"a\": [1, 2").notes()).contains(Note.of("json-ends-early", 1, 12));
        assertThat(Samples.asText("json", Samples.read(bytes, bytes.length, 9, Headers.EMPTY))
                        .notes())
                .isEmpty();
    }

    @Test
    void severalDocumentsFollowEachOther() {
        assertThat(pretty("{\"a\":1}\n{\"a\":2}\n")).isEqualTo("{\n  \"a\": 1\n}\n{\n  \"a\": 2\n}");
    }

    @Test
    void jsonWithoutATypeIsRecognised() {
        assertThat(BodyViews.suiting(Samples.text("", "  {\"a\":1}")).getFirst().id())
                .isEqualTo("json");
        assertThat(BodyViews.suiting(Samples.text("text/plain", "[info] a log line"))
                        .getFirst()
                        .id())
                .isEqualTo("text");
    }

    private static BodyRendering.Text render(String json) {
        return Samples.asText("json", Samples.text("application/json", json));
    }

    private static String pretty(String json) {
        return render(json).text();
    }

    private static String styled(BodyRendering.Text text, Style style) {
        return text.spans().stream()
                .filter(s -> s.style() == style)
                .map(s -> text.text().substring(s.start(), s.end()))
                .reduce("", String::concat);
    }
}
