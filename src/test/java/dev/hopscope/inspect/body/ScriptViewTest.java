package dev.hopscope.inspect.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScriptViewTest {

    @Test
    void statementsAndMembersStandOnTheirLines() {
        assertThat(pretty("function f(a){if(a){return 1}else{g()}var o={x:1,y:[1,2]};for(;;){}}"))
                .isEqualTo("function f(a){\n"
                        + "  if(a){\n"
                        + "    return 1\n"
                        + "  } else{\n"
                        + "    g()\n"
                        + "  }\n"
                        + "  var o={\n"
                        + "    x:1,\n"
                        + "    y:[1,2]\n"
                        + "  };\n"
                        + "  for(;;){}\n"
                        + "}");
    }

    @Test
    void regularExpressionsStringsAndTemplatesAreNotBroken() {
        assertThat(pretty("a=/[/;{]/g;b='{;';c=`${d({e:1})};{`;f=g/h;i=j/k;"))
                .isEqualTo("a=/[/;{]/g;\nb='{;';\nc=`${d({e:1})};{`;\nf=g/h;\ni=j/k;");
    }

    @Test
    void noTokenIsChanged() {
        String source = "!function(t){\"use strict\";var e=/x/,n={a:1};return n.a++ + ++e/2}(window);// end\nlet z = 1";

        assertThat(pretty(source).replaceAll("\\s", "")).isEqualTo(source.replaceAll("\\s", ""));
    }

    @Test
    void lineEndsOfTheSourceStay() {
        assertThat(pretty("a = 1\nb = 2\n// c\nd()")).isEqualTo("a = 1\nb = 2\n// c\nd()");
    }

    private static String pretty(String script) {
        return Samples.asText("script", Samples.text("text/javascript", script)).text();
    }
}
