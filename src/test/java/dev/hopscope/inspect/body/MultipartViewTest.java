package dev.hopscope.inspect.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MultipartViewTest {

    @Test
    void partsAreToldByTheirHeads() {
        BodyRendering.Parts parts = parts(
                "multipart/form-data; boundary=\"x\"",
                "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n2\r\n--x\r\n"
                        + "Content-Disposition: form-data; name=\"f\"; filename=\"f.json\"\r\n"
                        + "Content-Type: application/json\r\n\r\n{}\r\n--x--\r\n");

        assertThat(parts.parts().stream().map(BodyRendering.Part::cells))
                .containsExactly(List.of("1", "a", "", "", "4"), List.of("2", "f", "f.json", "application/json", "2"));
        assertThat(content(parts, 0)).isEqualTo("1\r\n2");
        assertThat(BodyViews.suiting(parts.parts().get(1).body()).getFirst().id())
                .isEqualTo("json");
        assertThat(parts.notes()).containsExactly(Note.of("parts", 2));
    }

    @Test
    void theBoundaryIsFoundWhereNoneIsDeclared() {
        BodySample sample = Samples.text("", "--q7\r\nContent-Type: text/plain\r\n\r\nhi\r\n--q7--\r\n");

        assertThat(BodyViews.suiting(sample).getFirst().id()).isEqualTo("multipart");
        assertThat(((BodyRendering.Parts) Samples.view("multipart").render(sample)).parts())
                .hasSize(1);
    }

    @Test
    void aBoundaryThatBeginsLikeAnotherIsToldFromIt() {
        BodyRendering.Parts parts = parts("multipart/mixed; boundary=x", "--x\r\n\r\n--xy\r\n--x--");

        assertThat(content(parts, 0)).isEqualTo("--xy");
    }

    @Test
    void transferCodingsOfAPartAreUndone() {
        BodyRendering.Parts parts = parts(
                "multipart/mixed; boundary=x",
                "--x\r\nContent-Transfer-Encoding: base64\r\n\r\naGk=\r\n--x\r\n"
                        + "Content-Transfer-Encoding: quoted-printable\r\n\r\na=3Db=\r\nc\r\n--x--\r\n");

        assertThat(content(parts, 0)).isEqualTo("hi");
        assertThat(content(parts, 1)).isEqualTo("a=bc");
    }

    @Test
    void aMissingEndIsSaid() {
        BodyRendering.Parts parts = parts("multipart/mixed; boundary=x", "--x\r\n\r\nhalf");

        assertThat(parts.notes()).contains(Note.of("multipart-open"));
        assertThat(content(parts, 0)).isEqualTo("half");
    }

    @Test
    void aBodyWithoutItsBoundarySaysSo() {
        assertThat(parts("multipart/mixed; boundary=x", "nothing").notes()).contains(Note.of("multipart-no-delimiter"));
        assertThat(parts("multipart/mixed", "nothing").notes()).contains(Note.of("multipart-no-boundary"));
    }

    private static BodyRendering.Parts parts(String type, String text) {
        return (BodyRendering.Parts) Samples.view("multipart").render(Samples.text(type, text));
    }

    private static String content(BodyRendering.Parts parts, int index) {
        return new String(parts.parts().get(index).body().bytes(), StandardCharsets.ISO_8859_1);
    }
}
