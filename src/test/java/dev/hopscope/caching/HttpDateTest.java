package dev.hopscope.caching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun, 06 Nov 1994 08:49:37 GMT",
                "SUN, 06 NOV 1994 08:49:37 gmt",
                "Sunday, 06-Nov-94 08:49:37 GMT",
                "Sun Nov  6 08:49:37 1994"
            })
    void eachOfTheThreeFormsIsRead(String text) {
        assertThat(HttpDate.parse(text, Cases.NOW)).isEqualTo(Instant.parse("1994-11-06T08:49:37Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "",
                "Thu, 18 Aug 2050 02:01:18 UTC",
                "Thu, 18 Aug 2050 02:01:18 AEST",
                "Thu, 18 Aug 50 02:01:18 GMT",
                "Thu 18 Aug 2050 02:01:18 GMT",
                "Thu, 18  Aug  2050 02:01:18 GMT",
                "Thu, 18-Aug-2050 02:01:18 GMT",
                "Thu, 18 Aug 2050 02.01.18 GMT",
                "Thu, 18 Aug 2050 2:01:18 GMT",
                "Thu, 31 Feb 2050 02:01:18 GMT",
                "Thu, 18 Aug 2050 24:01:18 GMT"
            })
    void whatOnlyResemblesADateIsNone(String text) {
        assertThat(HttpDate.parse(text, Cases.NOW)).isNull();
    }

    @Test
    void aTwoDigitYearIsAtMostFiftyYearsAhead() {
        assertThat(HttpDate.parse("Thursday, 18-Aug-76 02:01:18 GMT", Cases.NOW))
                .hasToString("2076-08-18T02:01:18Z");
        assertThat(HttpDate.parse("Thursday, 18-Aug-77 02:01:18 GMT", Cases.NOW))
                .hasToString("1977-08-18T02:01:18Z");
    }

    @Test
    void aDateIsWrittenAsItIsRead() {
        assertThat(HttpDate.parse(HttpDate.format(Cases.NOW), Cases.NOW)).isEqualTo(Cases.NOW);
    }
}
