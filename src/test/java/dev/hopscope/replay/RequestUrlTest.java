package dev.hopscope.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestUrlTest {
    private static RequestUrl.Asked asked(String text) {
        return (RequestUrl.Asked) RequestUrl.of(text, "GET", false);
    }

    @ParameterizedTest
    @CsvSource({
        "http://shop.example/a?b=c, http, shop.example, 80, /a?b=c",
        "HTTPS://Shop.Example:8443, https, shop.example, 8443, /",
        "localhost:3000/v1, http, localhost, 3000, /v1",
        "http://[::1]:81/x#top, http, ::1, 81, /x",
        "http://shop.example?q, http, shop.example, 80, /?q",
        "http://bücher.example/ä b, http, xn--bcher-kva.example, 80, /%C3%A4%20b",
        "http://shop.example/%2f../%zz?a=%, http, shop.example, 80, /%2f../%zz?a=%"
    })
    void aUrlIsTakenApartAsItIsWritten(String text, String scheme, String host, int port, String target) {
        assertThat(asked(text)).isEqualTo(new RequestUrl.Asked(new Origin(scheme, host, port), target));
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "ftp://shop.example/, SCHEME",
        "http://me:secret@shop.example/, USER",
        "http:///path, HOST",
        "http://shop example/, HOST",
        "http://shop.example:0/, PORT",
        "http://shop.example:65536/, PORT"
    })
    void whatIsWrongIsNamed(String text, RequestUrl.Fault fault) {
        assertThat(RequestUrl.of(text, "GET", false)).isEqualTo(new RequestUrl.Faulty(fault));
    }

    @Test
    void octetsThatWereRecordedStayOctets() {
        assertThat(RequestUrl.of("http://shop.example/\u00e9", "GET", true))
                .isEqualTo(new RequestUrl.Asked(new Origin("http", "shop.example", 80), "/\u00e9"));
    }

    @Test
    void optionsWithoutAPathAsksTheServerAsAWhole() {
        assertThat(RequestUrl.of("http://shop.example", "OPTIONS", false))
                .isEqualTo(new RequestUrl.Asked(new Origin("http", "shop.example", 80), "*"));
    }
}
