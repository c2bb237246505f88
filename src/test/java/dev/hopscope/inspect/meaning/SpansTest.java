package dev.hopscope.inspect.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SpansTest {
    @Test
    void withinOneSecondNothingIsBeforeOrAfter() {
        Instant began = Instant.parse("2026-11-24T10:00:00.900Z");
        assertThat(Spans.from(began, Instant.parse("2026-11-24T10:00:00Z"))).isEqualTo("at the time of");
        assertThat(Spans.from(began, Instant.parse("2026-11-24T09:59:59Z"))).isEqualTo("1 second before");
        assertThat(Spans.from(began, Instant.parse("2026-11-24T10:00:01Z"))).isEqualTo("1 second after");
    }
}
