package dev.hopscope.interchange.paste;

import static dev.hopscope.interchange.paste.Note.Kind.ASSUMED;
import static dev.hopscope.interchange.paste.Note.Kind.LEFT_OUT;
import static dev.hopscope.interchange.paste.Note.Kind.MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages as Wireshark, Burp and log files show them, and requests of .http files. */
class RawFormatTest {
    @Test
    void aMessageIsReadWithItsLinesAsTheyAre() {
        String text = "POST /a?b=%7e HTTP/1.1\r\n"
                + "Host: shop.example\r\n"
                + "X-Two: 1\r\n"
                + "x-two:2\r\n"
                + "X-Empty:\r\n"
                + "Content-Length: 3\r\n\r\n"
                + "a\n"
                + "b";
        assertThat(Pasted.shown(text))
                .isEqualTo("POST https://shop.example/a?b=%7e\n"
                        + "Host: shop.example\n"
                        + "X-Two: 1\n"
                        + "x-two: 2\n"
                        + "X-Empty: \n"
                        + "Content-Length: 3\n\n"
                        + "a\n"
                        + "b");
        assertThat(Pasted.notes(text, ASSUMED)).containsExactly("A message does not say its scheme; https is taken.");
    }

    @ParameterizedTest
    @CsvSource({
        "shop.example, https",
        "shop.example:80, http",
        "shop.example:443, https",
        "localhost:3000, http",
        "127.0.0.1, http",
        "10.0.0.7:8443, https",
        "[::1]:3000, http",
        "web, http"
    })
    void theSchemeIsGuessedByHostAndPort(String host, String scheme) {
        assertThat(Pasted.read("GET / HTTP/1.1\nHost: " + host + "\n\n")
                        .draft()
                        .origin()
                        .scheme())
                .isEqualTo(scheme);
    }

    @Test
    void theSchemeMayBeGiven() {
        assertThat(Paste.read("GET / HTTP/1.1\nHost: shop.example\n\n", "http"))
                .isInstanceOfSatisfying(PasteResult.Read.class, read -> {
                    assertThat(read.draft().url()).isEqualTo("http://shop.example/");
                    assertThat(read.notes()).isEmpty();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PUT http://a.example/x HTTP/1.1\nHost: a.example\nA: b\n\nbody",
                "PUT http://a.example/x\nHost: a.example\nA: b\n\nbody",
                "### a name\n# @no-log\n// remark\n\nPUT http://a.example/x\nHost: a.example\nA: b\n\nbody",
                "PUT http://a.example/x HTTP/2\nHost: a.example\n:method: PUT\nA:\n b\n\nbody"
            })
    void anAbsoluteUrlInTheFirstLineNamesTheOrigin(String text) {
        assertThat(Pasted.shown(text)).isEqualTo("PUT http://a.example/x\nHost: a.example\nA: b\n\nbody");
    }

    @Test
    void whatAnEditorAddsBehindTheBodyIsLeftOut() {
        assertThat(Pasted.body("POST / HTTP/1.1\nHost: a.example\nContent-Length: 2\n\nab\n\n"))
                .isEqualTo("ab");
        assertThat(Pasted.body("POST / HTTP/1.1\nHost: a.example\n\n\n")).isEmpty();
    }

    @Test
    void aLengthThatIsNotTrueIsToldAndMadeTrue() {
        String text = "POST / HTTP/1.1\nHost: a.example\nContent-Length: 9\n\nab";
        assertThat(Pasted.notes(text, MISSING)).hasSize(1).first().asString().contains("9 octets", "2");
        assertThat(Pasted.read(text).draft().headers().first("Content-Length")).isEqualTo("2");
    }

    @Test
    void lineEndsThatTheClipboardChangedAreSetRightByTheLength() {
        assertThat(Pasted.body("POST / HTTP/1.1\nHost: a.example\nContent-Length: 4\n\na\nb"))
                .isEqualTo("a\r\nb");
    }

    @Test
    void chunksAreJoined() {
        String text = "POST / HTTP/1.1\r\n"
                + "Host: a.example\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n"
                + "3\r\n"
                + "abc\r\n"
                + "2;x=y\r\n"
                + "de\r\n"
                + "0\r\n\r\n";
        assertThat(Pasted.shown(text))
                .isEqualTo("POST https://a.example/\nHost: a.example\nContent-Length: 5\n\nabcde");
    }

    @Test
    void aLineThatIsNoFieldIsNamed() {
        assertThat(Pasted.notes("GET / HTTP/1.1\nHost: a.example\nnonsense\n", LEFT_OUT))
                .containsExactly("This is no field line: nonsense.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\n\n",
                "CONNECT a.example:443 HTTP/1.1\nHost: a.example\n\n",
                "GET a HTTP/1.1\nHost: a.example\n\n"
            })
    void whatIsNoRequestToAnOriginIsRefusedWithWords(String text) {
        assertThat(Pasted.reason(text)).endsWith(".");
    }
}
