package dev.hopscope.caching;

import static dev.hopscope.caching.Cases.NOW;
import static dev.hopscope.caching.Cases.after;
import static dev.hopscope.caching.Cases.date;
import static dev.hopscope.caching.Cases.response;
import static dev.hopscope.caching.Cases.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {
    @Test
    void theAgeIsTheLargerOfApparentAndReportedPlusTheTimeItWasStored() {
        Stored stored = new Stored(Headers.EMPTY, response(200, "Date", date(-20), "Age", "5"), after(-3), NOW);

        assertThat(Age.of(stored, after(100))).isEqualTo(new Age(20, 8, 100));
        assertThat(Age.of(stored, after(100)).current()).isEqualTo(120);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7200 | 7200",
                "'7200, 0' | 7200",
                "'0, 7200' | 0",
                "abc | 0",
                "-7200 | 0",
                "7200.0 | 0",
                "2147483649 | 2147483648"
            })
    void anAgeThatIsNoNumberIsIgnoredAndOfSeveralTheFirstCounts(String field, long age) {
        assertThat(Age.of(stored("Age", field), NOW).current()).isEqualTo(age);
    }

    @Test
    void aClockThatIsAheadAtTheOriginMakesNoNegativeAge() {
        assertThat(Age.of(stored("Date", date(500)), after(10)).current()).isEqualTo(10);
    }
}
