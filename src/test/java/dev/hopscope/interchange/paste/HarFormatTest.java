package dev.hopscope.interchange.paste;

import static dev.hopscope.interchange.paste.Note.Kind.ASSUMED;
import static dev.hopscope.interchange.paste.Note.Kind.LEFT_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HAR as browsers and Hopscope write it. */
class HarFormatTest {
    private static final String REQUEST = """
        {"method": "POST", "url": "https://shop.example/ü?a=1#x", "httpVersion": "h2",
         "headers": [{"name": ":authority", "value": "shop.example"}, {"name": "content-length", "value": "99"},
                     {"name": "a", "value": "1"}, {"name": "A", "value": "ü"}],
         "cookies": [{"name": "sid", "value": "1"}],
         "postData": {"mimeType": "text/plain", "text": "grün"}}\
        """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "{\"request\": %s}",
                "{\"log\": {\"entries\": [{\"request\": %s}]}}",
                "\n {\"request\": %s, \"response\": {}}"
            })
    void aRequestAnEntryAndAHarAreRead(String around) {
        assertThat(Pasted.shown(around.replace("%s", REQUEST))).isEqualTo("""
            POST https://shop.example/%C3%BC?a=1
            content-length: 5
            a: 1
            A: \u00c3\u00bc
            Cookie: sid=1

            gr\u00c3\u00bcn\
            """);
    }

    @Test
    void ofSeveralEntriesTheFirstIsTakenAndTheOthersTold() {
        String entry = "{\"request\": " + REQUEST + "}";
        assertThat(Pasted.notes("{\"log\": {\"entries\": [" + entry + "," + entry + "]}}", LEFT_OUT))
                .containsExactly("The HAR holds 2 entries; this is the first.");
    }

    @Test
    void aBodyMayBeBase64OrParameters() {
        String text = "{\"method\": \"POST\", \"url\": \"http://a.example/\", \"postData\": %s}";
        assertThat(Pasted.body(text.formatted("{\"text\": \"AP8=\", \"_encoding\": \"base64\"}")))
                .isEqualTo("\0\u00ff");
        String parameters = text.formatted("{\"params\": [{\"name\": \"a b\", \"value\": \"&\"}, {\"name\": \"c\"}]}");
        assertThat(Pasted.body(parameters)).isEqualTo("a%20b=%26&c=");
        assertThat(Pasted.notes(parameters, ASSUMED)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"method\": 1, \"url\": [\"\"]}",
                "{\"log\": {\"entries\": []}, \"url\": \"\", \"method\": \"\"}",
                "{\"method\": \"GET\", \"url\": \"data:,x\"}",
                "{\"method\": \"GET\", \"url\": \"http://a.example/\"",
                "{\"log\": [], \"url\": \"\", \"method\": \"\"}"
            })
    void whatIsNoHarIsRefusedWithWords(String text) {
        assertThat(Pasted.reason(text)).endsWith(".");
    }
}
