package dev.hopscope.inspect.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cookies are read as browsers read them. */
class CookieDecodersTest {
    private static final Setting PLAIN = Decoding.setting(Direction.RESPONSE, "http", Headers.EMPTY, Headers.EMPTY);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=1; SameSite=None | SameSite=None needs Secure",
                "a=1; Secure; Partitioned; SameSite=None |",
                "a=1; Partitioned | Partitioned needs Secure",
                "__Host-a=1; Secure; Path=/ |",
                "__Host-a=1; Secure; Path=/x | needs Path=/",
                "__Host-a=1; Secure; Path=/; Domain=shop.example | may not have a Domain",
                "__Secure-a=1 | needs Secure",
                "a=1; Domain=shop.example |",
                "a=1; Domain=example | whole top-level domain",
                "a=1; Domain=other.example | does not belong to other.example",
                "a=1; Domain=hop.example | does not belong to hop.example",
                "= | both empty",
                "a=1; Max-Age=soon | Not a number of seconds",
                "a=1; Expires=never | Not a date",
                "a=1; Path=x | Does not begin with a slash",
                "a=1; SameSite=Nope | only values",
            })
    void whatABrowserRefusesIsSaid(String cookie, String fault) {
        assertThat(Decoding.faults("Set-Cookie", cookie, Decoding.response())).satisfies(faults -> {
            if (fault == null) {
                assertThat(faults).isEmpty();
            } else {
                assertThat(faults).anyMatch(f -> f.contains(fault));
            }
        });
    }

    @Test
    void aSecureCookieOverPlainHttpIsRefused() {
        assertThat(Decoding.faults("Set-Cookie", "a=1; Secure", PLAIN)).anyMatch(f -> f.contains("plain http"));
    }

    @Test
    void moreThan4096BytesAreRefusedAndCounted() {
        assertThat(Decoding.faults("Set-Cookie", "a=" + "x".repeat(4096), Decoding.response()))
                .anyMatch(f -> f.contains("4097 bytes"));
        assertThat(Decoding.faults("Set-Cookie", "a=" + "x".repeat(4095), Decoding.response()))
                .isEmpty();
    }

    @Test
    void anEndInThePastDeletes() {
        assertThat(Decoding.said("Set-Cookie", "a=; Expires=Thu, 01 Jan 1970 00:00:00 GMT", Decoding.response()))
                .contains("deletes the cookie");
        assertThat(Decoding.said("Set-Cookie", "a=; Max-Age=0", Decoding.response()))
                .contains("deletes the cookie");
    }

    @Test
    void theLifetimeIsSaidInWordsAndMaxAgeWins() {
        assertThat(Decoding.said(
                        "Set-Cookie", "a=1; Max-Age=5400; Expires=Thu, 01 Jan 1970 00:00:00 GMT", Decoding.response()))
                .contains("Lives 1 hour 30 minutes from this response on.")
                .contains("Max-Age wins over Expires.")
                .doesNotContain("deletes");
        assertThat(Decoding.said("Set-Cookie", "a=1; Expires=Tue, 24-Nov-26 20:00:00 GMT", Decoding.response()))
                .contains("Lives 1 day from");
    }

    @Test
    void moreThan400DaysAreCapped() {
        assertThat(Decoding.said("Set-Cookie", "a=1; Max-Age=63072000", Decoding.response()))
                .contains("400 days at most");
    }

    @Test
    void withoutSecureOnHttpsIsWorthALook() {
        assertThat(Decoding.said("Set-Cookie", "a=1; Path=/", Decoding.response()))
                .contains("ADVICE : Without Secure");
        assertThat(Decoding.said("Set-Cookie", "a=1; Path=/", PLAIN)).doesNotContain("Without Secure");
    }

    @Test
    void cookiesSentTwiceAreNoticedAndPercentCodesRead() {
        assertThat(Decoding.said("Cookie", "a=1; b=%C3%BC; a=2", Decoding.request()))
                .contains("percent-encoded: ü")
                .contains("Comes twice");
    }
}
