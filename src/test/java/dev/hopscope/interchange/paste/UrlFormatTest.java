package dev.hopscope.interchange.paste;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** URLs as they stand in an address bar, a chat, a log. */
class UrlFormatTest {
    @ParameterizedTest
    @CsvSource({
        "https://shop.example/a?b=1#top, https://shop.example/a?b=1",
        "HTTPS://shop.example, https://shop.example/",
        "http://shop.example:8080?q, http://shop.example:8080/?q",
        "http://[::1]:3000/x, http://[::1]:3000/x",
        "  https://shop.example/  , https://shop.example/",
        "https://bücher.example/ü?ü=ü x, https://xn--bcher-kva.example/%C3%BC?%C3%BC=%C3%BC%20x",
        "https://shop.example/a%2Fb/../c, https://shop.example/a%2Fb/../c",
        "localhost:3000/x, http://localhost:3000/x",
        "127.0.0.1:8443, https://127.0.0.1:8443/",
        "shop.example/x, https://shop.example/x"
    })
    void aUrlIsAGet(String text, String url) {
        assertThat(Pasted.shown(text)).isEqualTo("GET " + url + "\n");
    }

    @Test
    void aUserInTheUrlBecomesAnAuthorization() {
        assertThat(Pasted.shown("https://me:p%40ss@shop.example/"))
                .isEqualTo("GET https://shop.example/\nAuthorization: Basic bWU6cEBzcw==\n");
    }

    @Test
    void aSchemeThatIsNotNamedIsToldAsAssumed() {
        assertThat(Pasted.notes("localhost:3000", Note.Kind.ASSUMED))
                .containsExactly("The text names no scheme; http is taken.");
        assertThat(Pasted.notes("http://localhost:3000", Note.Kind.ASSUMED)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://shop.example/",
                "http://",
                "http://a b/",
                "http://shop.example:99999/",
                "hello",
                "",
                " \n",
                "a sentence. With two"
            })
    void whatIsNoUrlOfHttpIsRefusedWithWords(String text) {
        assertThat(Pasted.reason(text)).endsWith(".");
    }
}
