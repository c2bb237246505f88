package dev.hopscope.caching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheControlTest {
    @Test
    void theFirstOfARepeatedDirectiveCounts() {
        var control =
                CacheControl.of(Headers.of("Cache-Control", "max-age=10, max-age=20", "cache-control", "max-age=30"));

        assertThat(control.seconds("max-age")).isEqualTo(10);
    }

    @Test
    void aDirectiveInsideAQuotedStringIsNone() {
        var control = CacheControl.parse("extension=\"no-store, max-age=3600\\\", private\", max-age=1");

        assertThat(control.has("no-store")).isFalse();
        assertThat(control.has("private")).isFalse();
        assertThat(control.seconds("max-age")).isEqualTo(1);
    }

    @Test
    void aQuotedNumberIsANumberAndCaseDoesNotMatter() {
        assertThat(CacheControl.parse("MaX-AgE=\"3600\"").seconds("max-age")).isEqualTo(3600);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max-age=a1",
                "max-age=1a",
                "max-age=1.0",
                "max-age=-1",
                "max-age='1'",
                "max-age",
                "max-age=",
                "max-age =1",
                "max-age= 1"
            })
    void whatIsNoNumberOfSecondsIsUnreadable(String line) {
        var control = CacheControl.parse(line);

        assertThat(control.has("max-age")).isTrue();
        assertThat(control.seconds("max-age")).isEqualTo(CacheControl.UNREADABLE);
    }

    @Test
    void aNumberTooLargeCountsAsTheLargest() {
        assertThat(CacheControl.parse("max-age=99999999999999999999").seconds("max-age"))
                .isEqualTo(1L << 31);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-store=foo",
                "no-store =x",
                ",,  no-store ,",
                "a=\"b\", NO-STORE",
                "x=\"unended\\",
                "max-age=1, no-store=\""
            })
    void aRestrictionWrittenBadlyStillRestrictsAndNothingThrows(String line) {
        assertThat(CacheControl.parse(line).has("no-store")).isEqualTo(!line.startsWith("x="));
    }

    @Test
    void fieldNamesOfAnArgumentAreListed() {
        var control = CacheControl.parse("no-cache=\"Set-Cookie, X-Token\", private");

        assertThat(control.fields("no-cache")).containsExactly("set-cookie", "x-token");
        assertThat(control.whole("no-cache")).isFalse();
        assertThat(control.whole("private")).isTrue();
    }
}
