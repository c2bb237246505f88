package dev.hopscope.inspect.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FormViewTest {
    private static final String TYPE = "application/x-www-form-urlencoded";

    @Test
    void fieldsStandInOrderDecodedWithDuplicates() {
        assertThat(rows("a=1&b=x+y&a=%C3%BC&flag&=v"))
                .containsExactly(
                        List.of("a", "1"),
                        List.of("b", "x y"),
                        List.of("a", "ü"),
                        List.of("flag", ""),
                        List.of("", "v"));
    }

    @Test
    void malformedEscapesStayAsTheyAre() {
        assertThat(rows("a=%zz%4")).containsExactly(List.of("a", "%zz%4"));
    }

    @Test
    void theNumberOfRowsIsCappedAndSaidSo() {
        BodyRendering.Table table =
                (BodyRendering.Table) Samples.view("form").render(Samples.text(TYPE, "a=1&".repeat(20_000)));

        assertThat(table.rows()).hasSize(10_000);
        assertThat(table.notes()).containsExactly(Note.of("rows-cut", 10_000));
    }

    private static List<List<String>> rows(String form) {
        return ((BodyRendering.Table) Samples.view("form").render(Samples.text(TYPE, form))).rows();
    }
}
