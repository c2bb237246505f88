package dev.hopscope.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFaultTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[1, -2.5e3, \"a\\u0041\", true, null]", "\"x\"", "12345678901234567890123"})
    void whatIsJsonHasNoFault(String text) {
        assertThat(JsonFault.of(text)).isNull();
    }

    @Test
    void thePlaceOfTheFaultIsNamed() {
        JsonFault fault = JsonFault.of("{\n  \"lines\": [\n    1,\n    x\n  ]\n}");
        assertThat(fault).isNotNull();
        assertThat(fault.line()).isEqualTo(4);
        assertThat(fault.path()).isEqualTo("$.lines[1]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"a\": 1", "[1,", "{\"a\" 1}", "{'a': 1}", "[1 2]", "{\"a\": 01}", "{} {}", "[1,]", "nul"})
    void whatIsNoJsonHasAFaultWithAPlaceInTheText(String text) {
        JsonFault fault = JsonFault.of(text);
        assertThat(fault).isNotNull();
        assertThat(fault.line()).isEqualTo(1);
        assertThat(fault.column()).isBetween(1, text.length() + 1);
    }
}
