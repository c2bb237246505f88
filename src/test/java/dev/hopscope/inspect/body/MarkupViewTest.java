package dev.hopscope.inspect.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkupViewTest {
    @Test
    void elementsAreIndentedAndShortTextStaysBeside() {
        assertThat(xml("<?xml version=\"1.0\"?><a><b x=\"1\">text</b><c/></a>"))
                .isEqualTo("<?xml version=\"1.0\"?>\n<a>\n  <b x=\"1\">text</b>\n  <c/>\n</a>");
    }

    @Test
    void nothingIsResolved() {
        String bomb = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY y \"&x;&x;\">]><a>&y;&amp;</a>";

        assertThat(xml(bomb))
                .contains("<!ENTITY x SYSTEM \"file:///etc/passwd\">")
                .contains("<a>&y;&amp;</a>");
    }

    @Test
    void voidElementsOfHtmlDoNotNestAndScriptsStayAsTheyAre() {
        assertThat(Samples.asText(
                                "markup",
                                Samples.text("text/html", "<html><br><script>if (a<b) { c(); }</script></html>"))
                        .text())
                .isEqualTo("<html>\n  <br>\n  <script>if (a<b) { c(); }</script>\n</html>");
    }

    @Test
    void angleBracketsInAttributesDoNotEndATag() {
        assertThat(xml("<a b=\"x > y\">t</a>")).isEqualTo("<a b=\"x > y\">t</a>");
    }

    @Test
    void tornMarkupIsShownToItsEnd() {
        assertThat(xml("<a><b c=\"d")).isEqualTo("<a>\n  <b c=\"d");
        assertThat(xml("<a><![CDATA[x")).contains("<![CDATA[x");
        assertThat(xml("</")).isEqualTo("</");
    }

    @Test
    void svgIsMarkupAndNoImage() {
        BodySample svg = Samples.text("image/svg+xml", "<svg><image href=\"http://a.example/\"/></svg>");

        assertThat(BodyViews.suiting(svg).getFirst().id()).isEqualTo("markup");
        assertThat(Samples.view("image").priority(svg)).isZero();
    }

    private static String xml(String text) {
        return Samples.asText("markup", Samples.text("application/xml", text)).text();
    }
}
