package dev.hopscope.inspect.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class CborViewTest {

    /** Examples of RFC 8949, appendix A. */
    @Test
    void valuesAreWrittenInDiagnosticNotation() {
        assertThat(shown("1bffffffffffffffff")).isEqualTo("18446744073709551615");
        assertThat(shown("3bffffffffffffffff")).isEqualTo("-18446744073709551616");
        assertThat(shown("f93c00")).isEqualTo("1.0");
        assertThat(shown("fb3ff199999999999a")).isEqualTo("1.1");
        assertThat(shown("f97e00")).isEqualTo("NaN");
        assertThat(shown("f7")).isEqualTo("undefined");
        assertThat(shown("4401020304")).isEqualTo("h'01020304'");
        assertThat(shown("62225c")).isEqualTo("\"\\\"\\\\\"");
        assertThat(shown("c11a514b67b0")).isEqualTo("1(/ seconds since 1970 / 1363896240)");
        assertThat(shown("826161a161626163")).isEqualTo("[\n  \"a\",\n  {\n    \"b\": \"c\"\n  }\n]");
        assertThat(shown("9f018202039f0405ffff"))
                .isEqualTo("[_\n  1,\n  [\n    2,\n    3\n  ],\n  [_\n    4,\n    5\n  ]\n]");
        assertThat(shown("7f657374726561646d696e67ff")).isEqualTo("(_ \"strea\", \"ming\")");
        assertThat(shown("80a0")).isEqualTo("[]\n{}");
    }

    @Test
    void bytesThatAreNoCborSayWhere() {
        assertThat(render("831c").notes()).containsExactly(Note.of("cbor-invalid", 2));
        assertThat(render("8301").notes()).containsExactly(Note.of("binary-ends-early", 2));
    }

    @Test
    void depthIsCapped() {
        assertThat(render("81".repeat(100_000)).notes().getFirst().key()).isEqualTo("too-deep");
    }

    private static String shown(String hex) {
        return render(hex).text();
    }

    private static BodyRendering.Text render(String hex) {
        return Samples.asText(
                "cbor", Samples.bytes("application/cbor", HexFormat.of().parseHex(hex)));
    }
}
