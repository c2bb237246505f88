package dev.hopscope.inspect.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StyleSheetViewTest {

    @Test
    void eachDeclarationStandsOnItsLine() {
        assertThat(pretty("a,b>c{color:red;background:url(data:a;b)}@media print{a{b:c}}"))
                .isEqualTo("a,b>c {\n"
                        + "  color: red;\n"
                        + "  background: url(data:a;b)\n"
                        + "}\n\n"
                        + "@media print {\n"
                        + "  a {\n"
                        + "    b: c\n"
                        + "  }\n"
                        + "}");
    }

    @Test
    void stringsAndCommentsStayAsTheyAre() {
        assertThat(pretty("/* a;{ */a::before{content:\"}  ;\"}"))
                .isEqualTo("/* a;{ */\n\na::before {\n  content: \"}  ;\"\n}");
    }

    private static String pretty(String css) {
        return Samples.asText("css", Samples.text("text/css", css)).text();
    }
}
