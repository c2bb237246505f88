package dev.hopscope.interchange.paste;

import static dev.hopscope.interchange.paste.Note.Kind.ASSUMED;
import static dev.hopscope.interchange.paste.Note.Kind.LEFT_OUT;
import static dev.hopscope.interchange.paste.Note.Kind.MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands of curl as browsers write them for the prompt of Windows. */
class CurlCmdFormatTest {
    @Test
    void theCommandChromeWritesIsReadWhole() {
        String text = """
            curl ^"https://shop.example/cart?id=7^&sort=%^7Ca^" ^
              -X ^"PUT^" ^
              -H ^"accept: application/json, text/plain, */*^" ^
              -b ^"sid=a^%^7Cb; lang=de^" ^
              -H ^"sec-ch-ua: ^\\^"Google Chrome^\\^";v=^\\^"149^\\^", ^\\^"Not)A;Brand^\\^";v=^\\^"24^\\^"^" ^
              --data-raw ^"^{^\\^"zone^\\^":^\\^"Europe/Berlin^\\^",^\\^"x^\\^":^\\^"100^%^ ^$HOME ^! ^^ ^<^>^|^\\^"^}^\"\
            """;
        assertThat(Pasted.shown(text)).isEqualTo("""
            PUT https://shop.example/cart?id=7&sort=%7Ca
            Cookie: sid=a%7Cb; lang=de
            accept: application/json, text/plain, */*
            sec-ch-ua: "Google Chrome";v="149", "Not)A;Brand";v="24"
            Content-Type: application/x-www-form-urlencoded

            {"zone":"Europe/Berlin","x":"100% $HOME ! ^ <>|"}\
            """);
        assertThat(Pasted.notes(text, MISSING)).isEmpty();
        assertThat(Pasted.notes(text, LEFT_OUT)).isEmpty();
    }

    @Test
    void theCommandFirefoxWritesIsReadWhole() {
        String text = "curl.exe --url ^\"https://shop.example/a?b=1^&c=2^\" ^\r\n"
            + "  --compressed ^\r\n"
            + "  -X POST ^\r\n"
            + "  -H ^\"User-Agent: Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:146.0) Gecko/20100101 Firefox/146.0^\""
            + " ^\r\n"
            + "  -H ^\"Content-Type: application/json^\" ^\r\n"
            + "  --data-raw ^\"^{^\\^\"a^\\^\":1^}^\"";
        assertThat(Pasted.shown(text)).isEqualTo("""
            POST https://shop.example/a?b=1&c=2
            Accept-Encoding: deflate, gzip, br, zstd
            User-Agent: Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:146.0) Gecko/20100101 Firefox/146.0
            Content-Type: application/json

            {"a":1}\
            """);
    }

    @Test
    void backslashesThatABrowserDoubledAreReadOnceAndTold() {
        String text =
                "curl ^\"http://a.example/^\" ^\n --data-raw ^\"^{^\\^\"a^\\^\":^\\^\"x^\\^\\ny^\\^\\^\\^\"^\\^\"^}^\"";
        assertThat(Pasted.body(text)).isEqualTo("{\"a\":\"x\\ny\\\"\"}");
        assertThat(Pasted.notes(text, ASSUMED))
                .anySatisfy(note -> assertThat(note).contains("double each backslash"));
    }

    @Test
    void aLineEndThatABrowserEscapedIsOneOfTheBody() {
        assertThat(Pasted.body("curl ^\"http://a.example/^\" ^\n  --data-raw ^\"one^\n\ntwo^\""))
                .isEqualTo("one\ntwo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl \"http://a.example/\" -H \"A: b\" --data-raw \"{\"\"a\"\":\"\"b c\"\"}\"",
                "curl \"http://a.example/\" ^\n  -H \"A: b\" ^\n  --data-raw \"{\\\"a\\\":\\\"b c\\\"}\"",
                "C:\\Users\\me>curl http://a.example/ -H \"A: b\" -d \"{\\\"a\\\":\\\"b c\\\"}\" | findstr x",
                "curl \"http://a.example/\" ^\n  -H \"A: b\" ^\n  --data-raw \"{^\\^\"a^\\^\":^\\^\"b c^\\^\"}\""
            })
    void olderWaysOfQuotingAreRead(String text) {
        assertThat(Pasted.body(text)).isEqualTo("{\"a\":\"b c\"}");
        assertThat(Pasted.read(text).draft().headers().first("A")).isEqualTo("b");
    }

    @Test
    void aVariableIsNamedAndStays() {
        String text = "curl ^\"http://a.example/^\" -H \"X: %TOKEN%\"";
        assertThat(Pasted.notes(text, MISSING)).hasSize(1).first().asString().contains("%TOKEN%");
        assertThat(Pasted.shown(text)).contains("X: %TOKEN%\n");
    }
}
