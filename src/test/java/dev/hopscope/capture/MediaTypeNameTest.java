package dev.hopscope.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypeNameTest {
    @ParameterizedTest
    @CsvSource({
        "application/json, JSON",
        "'Application/JSON; charset=utf-8', JSON",
        "application/problem+json, JSON",
        "text/html;charset=utf-8, HTML",
        "font/woff2, Font",
        "application/font-woff, Font",
        "image/svg+xml, SVG",
        "application/atom+xml, XML",
        "multipart/form-data; boundary=x, Form",
        "text/event-stream, SSE",
        "application/x-thing, x-thing",
        "nonsense, nonsense",
        "'', ''"
    })
    void aMediaTypeHasAShortName(String contentType, String name) {
        assertThat(MediaTypeName.of(contentType)).isEqualTo(name);
    }
}
