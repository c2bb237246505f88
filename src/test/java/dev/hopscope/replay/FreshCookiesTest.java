package dev.hopscope.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.Origin;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreshCookiesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T18:00:00Z");
    private static final Origin SHOP = new Origin("https", "shop.example.com", 443);

    private static SetCookie set(String field) {
        return SetCookie.read(field, SHOP, "/v1/orders?x=/y", NOW, new ExchangeId(9));
    }

    @ParameterizedTest
    @CsvSource({
        "'a=b', shop.example.com, /v1/new, true",
        "'a=b', shop.example.com, /v1, true",
        "'a=b', shop.example.com, /v2, false",
        "'a=b', sub.shop.example.com, /v1/, false",
        "'a=b; Domain=.Example.com', api.example.com, /v1/, true",
        "'a=b; Domain=shop.example.com', sub.shop.example.com, /v1/, true",
        "'a=b; Domain=example.com', badexample.com, /v1/, false",
        "'a=b; Path=/', shop.example.com, /any, true",
        "'a=b; Path=/v', shop.example.com, /v1, false",
        "'a=b; path=/v/', shop.example.com, /v/1, true",
        "'a=b; Path=relative', shop.example.com, /v1/x, true"
    })
    void aCookieGoesWhereDomainAndPathSay(String field, String host, String target, boolean goes) {
        assertThat(set(field).goesTo(new Origin("https", host, 443), target)).isEqualTo(goes);
    }

    @Test
    void aSecureCookieGoesToHttpsAlone() {
        assertThat(set("a=b; Secure").goesTo(SHOP, "/v1/")).isTrue();
        assertThat(set("a=b; Secure").goesTo(new Origin("http", "shop.example.com", 80), "/v1/"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=b",
                "ab",
                "",
                "a=b; Domain=other.com",
                "a=b; Domain=com",
                "__Secure-a=b",
                "__Host-a=b; Secure; Path=/v1",
                "__Host-a=b; Secure; Path=/; Domain=shop.example.com"
            })
    void whatMayNotBeStoredIsIgnored(String field) {
        assertThat(set(field)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'Wed, 21 Oct 2015 07:28:00 GMT', 2015-10-21T07:28:00Z",
        "'Wednesday, 21-Oct-15 07:28:00 GMT', 2015-10-21T07:28:00Z",
        "'Wed Oct 21 07:28:00 2015', 2015-10-21T07:28:00Z",
        "'Thu, 1-jan-1970 0:0:0', 1970-01-01T00:00:00Z",
        "'31 Feb 2020 00:00:00', ",
        "'soon', "
    })
    void aDateIsReadAsUserAgentsDo(String text, Instant date) {
        assertThat(SetCookie.date(text)).isEqualTo(date);
    }

    @Test
    void maxAgeWinsOverExpires() {
        assertThat(set("a=b; Max-Age=10; Expires=Wed, 21 Oct 2015 07:28:00 GMT").expired(NOW))
                .isFalse();
        assertThat(set("a=b; Max-Age=0").expired(NOW)).isTrue();
    }
}
