package dev.hopscope.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a=", "=b", "a=1&&b", "q=x+y%20z&q=%E9&%", "a=b=c&d=%2f%2F", "&"})
    void aQueryThatIsNotTouchedStaysAsItIsWritten(String query) {
        assertThat(Parameter.write(Parameter.parse(query))).isEqualTo(query);
    }

    @Test
    void namesAndValuesAreShownInPlainWords() {
        Parameter one = Parameter.parse("na%20me=x+y%C3%A9").getFirst();
        assertThat(one.name()).isEqualTo("na me");
        assertThat(one.value()).isEqualTo("x yé");
    }

    @Test
    void whatIsEditedIsWrittenAnewAndTheRestIsNot() {
        List<Parameter> all = new ArrayList<>(Parameter.parse("a=x+y&b=%7e"));
        all.set(0, all.getFirst().withValue("x & y=é+%", false));
        assertThat(Parameter.write(all)).isEqualTo("a=x%20%26%20y%3D%C3%A9%2B%25&b=%7e");
    }

    @Test
    void aFormWritesABlankAsAPlus() {
        assertThat(Parameter.write(List.of(Parameter.of("a b", "c d~", true)))).isEqualTo("a+b=c+d%7E");
    }

    @Test
    void whatIsOffIsNotSentAndKeepsItsPlaceWhenTheUrlIsTyped() {
        List<Parameter> all = List.of(
                Parameter.of("a", "1", false), Parameter.of("b", "2", false).with(false));
        assertThat(Parameter.write(all)).isEqualTo("a=1");
        assertThat(Parameter.merge(all, Parameter.parse("a=9&c=3")))
                .extracting(Parameter::name)
                .containsExactly("a", "b", "c");
    }
}
