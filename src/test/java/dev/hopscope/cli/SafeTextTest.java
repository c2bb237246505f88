package dev.hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a\u001b[31mred | a\\x1b[31mred",
                "a\u0000b | a\\x00b",
                "a\u007f\u0085\u009b31m | a\\x7f\\x85\\x9b31m",
                "abc\u202edcba | abc\\u{202e}dcba",
                "\u2066x\u2069 | \\u{2066}x\\u{2069}",
                "zero\u200bwidth\ufeff | zero\\u{200b}width\\u{feff}",
                "line\u2028paragraph\u2029 | line\\u{2028}paragraph\\u{2029}",
                "tag\udb40\udc41 | tag\\u{e0041}",
                "lone \ud800x | lone \\u{d800}x",
                "grün 日本 😀 | grün 日本 😀"
            })
    void whatActsOnATerminalIsEscaped(String text, String safe) {
        assertThat(SafeText.line(text)).isEqualTo(safe);
    }

    @Test
    void lineEndsStayOnlyWhereLinesAreMeant() {
        assertThat(SafeText.line("a\r\nb\tc")).isEqualTo("a\\x0d\\x0ab\\x09c");
        assertThat(SafeText.lines("a\r\nb\tc")).isEqualTo("a\\x0d\nb\tc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "\u001b[31m\u202e\u009b\u200b", "quote \" back \\ grün 😀 \udb40\udc41", "\n\t\r"})
    void jsonStaysTheSameJsonAndIsSafe(String text) throws IOException {
        StringWriter out = new StringWriter();
        try (JsonSafeWriter safe = new JsonSafeWriter(out)) {
            safe.write(new JsonPrimitive(text).toString());
        }
        assertThat(JsonParser.parseString(out.toString()).getAsString()).isEqualTo(text);
        assertThat(out.toString().codePoints().filter(SafeText::deceives)).isEmpty();
    }
}
