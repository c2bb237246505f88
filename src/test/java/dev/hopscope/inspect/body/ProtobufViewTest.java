package dev.hopscope.inspect.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ProtobufViewTest {

    @Test
    void fieldsAreToldByNumberAndNested() {
        assertThat(render("089601" + "12036162e1" + "1a021001").text())
                .startsWith("1: 150\n2: 6162e1  # 3 B\n3 {\n  2: 1");
        assertThat(render("0a0568656c6c6f").text()).isEqualTo("1: \"hello\"");
    }

    @Test
    void numbersSayWhatElseTheyMayBe() {
        assertThat(render("08ffffffffffffffffff01").text()).isEqualTo("1: 18446744073709551615  # -1 signed");
        assertThat(render("0d0000c03f").text()).isEqualTo("1: 1069547520  # fixed32, float 1.5");
    }

    @Test
    void groupsAreShownAsNested() {
        assertThat(render("0b10010c").text()).isEqualTo("1 { # group\n  2: 1  # or true\n}");
    }

    @Test
    void whatCannotBeReadIsShownAsBytes() {
        BodyRendering.Text text = render("0801" + "07ff");

        assertThat(text.text()).isEqualTo("1: 1  # or true\n07ff");
        assertThat(text.notes()).contains(Note.of("protobuf-invalid", 2));
    }

    private static BodyRendering.Text render(String hex) {
        return Samples.asText(
                "protobuf",
                Samples.bytes("application/x-protobuf", HexFormat.of().parseHex(hex)));
    }
}
