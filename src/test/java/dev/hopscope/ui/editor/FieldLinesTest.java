package dev.hopscope.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Headers;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldLinesTest {
    private static final Headers ODD = Headers.of("x-ODD", "1", "Host", "shop.example", "X-Odd", "", "accept", "a:b");

    @Test
    void tableAndTextAreTheSameLinesInOrderCaseAndNumber() {
        List<FieldLine> lines = FieldLines.of(ODD);
        String text = FieldLines.text(lines);
        assertThat(text).isEqualTo("x-ODD: 1\nHost: shop.example\nX-Odd: \naccept: a:b");
        assertThat(FieldLines.parse(text, lines)).isEqualTo(lines);
        assertThat(FieldLines.headers(lines)).isEqualTo(ODD);
    }

    @Test
    void aLineThatIsOffStandsBehindSlashesAndIsNotSent() {
        List<FieldLine> lines = List.of(new FieldLine("A", "1").with(false), new FieldLine("B", "2"));
        assertThat(FieldLines.text(lines)).isEqualTo("// A: 1\nB: 2");
        assertThat(FieldLines.parse("// A: 1\n\nB: 2\n", List.of())).isEqualTo(lines);
        assertThat(FieldLines.headers(lines)).isEqualTo(Headers.of("B", "2"));
    }

    @Test
    void aLineWithoutAColonIsKeptAsItIsTyped() {
        assertThat(FieldLines.text(FieldLines.parse("Hos", List.of()))).isEqualTo("Hos");
    }

    @Test
    void hostFollowsTheUrlUntilItIsEdited() {
        List<FieldLine> lines = FieldLines.adopt(FieldLines.of(ODD), "shop.example");
        List<FieldLine> moved = FieldLines.derive(lines, "localhost:3000", 0);
        assertThat(FieldLines.first(moved, "Host")).isEqualTo("localhost:3000");
        List<FieldLine> typed = FieldLines.put(moved, "Host", "shop.example");
        assertThat(FieldLines.first(FieldLines.derive(typed, "localhost:3000", 0), "Host"))
                .isEqualTo("shop.example");
    }

    @Test
    void hostStillFollowsWhenAnotherLineIsTypedInTheText() {
        List<FieldLine> lines = FieldLines.derive(List.of(), "shop.example", 0);
        List<FieldLine> typed = FieldLines.parse("Host: shop.example\nA: 1", lines);
        assertThat(FieldLines.derive(typed, "other.example", 0)).contains(new FieldLine("A", "1"));
        assertThat(FieldLines.first(FieldLines.derive(typed, "other.example", 0), "Host"))
                .isEqualTo("other.example");
    }

    @Test
    void contentLengthIsAlwaysTrueAndStaysInItsPlace() {
        List<FieldLine> lines = FieldLines.parse("Host: a\ncontent-LENGTH: 999\nB: 2", List.of());
        assertThat(FieldLines.headers(FieldLines.derive(lines, "a", 12)))
                .isEqualTo(Headers.of("Host", "a", "content-LENGTH", "12", "B", "2"));
    }

    @Test
    void aBodyGetsItsLengthUnlessItIsSentInChunks() {
        assertThat(FieldLines.headers(FieldLines.derive(List.of(), "a", 3)))
                .isEqualTo(Headers.of("Host", "a", "Content-Length", "3"));
        List<FieldLine> chunked = FieldLines.parse("Host: a\nTransfer-Encoding: chunked", List.of());
        assertThat(FieldLines.derive(chunked, "a", 3)).hasSize(2);
    }
}
