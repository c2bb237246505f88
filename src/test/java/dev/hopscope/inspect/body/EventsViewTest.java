package dev.hopscope.inspect.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EventsViewTest {

    @Test
    void eventsAreReadAsTheStandardSays() {
        assertThat(cells(": hi\n\nevent: a\nid: 1\ndata: x\ndata:  y\n\ndata\n\nid: 2\r\ndata: z\r\r"))
                .containsExactly(
                        List.of("1", ":", "", "hi"),
                        List.of("2", "a", "1", "x  y"),
                        List.of("3", "message", "1", ""),
                        List.of("4", "message", "2", "z"));
    }

    @Test
    void anEventWithoutItsEmptyLineIsShownAndSaidNotToHaveBeenDispatched() {
        BodyRendering.Parts parts = parts("data: a\n\ndata: b\n");

        assertThat(parts.parts()).hasSize(2);
        assertThat(parts.notes()).contains(Note.of("event-open"));
    }

    @Test
    void dataOfSeveralLinesKeepsItsLineEnds() {
        assertThat(parts("data: a\ndata: b\n\n")
                        .parts()
                        .getFirst()
                        .body()
                        .text()
                        .text())
                .isEqualTo("a\nb");
    }

    @Test
    void manyEventsAreCutAndSaidSo() {
        BodyRendering.Parts parts = parts("data: a\n\n".repeat(10_001));

        assertThat(parts.parts()).hasSize(10_000);
        assertThat(parts.notes()).containsExactly(Note.of("parts-cut", 10_000));
    }

    private static List<List<String>> cells(String stream) {
        return parts(stream).parts().stream().map(BodyRendering.Part::cells).toList();
    }

    private static BodyRendering.Parts parts(String stream) {
        return (BodyRendering.Parts) Samples.view("events").render(Samples.text("text/event-stream", stream));
    }
}
