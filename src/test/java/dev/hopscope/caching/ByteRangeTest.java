package dev.hopscope.caching;

import static dev.hopscope.caching.Cases.get;
import static dev.hopscope.caching.Cases.stored;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    private static final Stored WHOLE = stored("ETag", "\"a\"", "Last-Modified", Cases.date(-9));

    @ParameterizedTest
    @CsvSource({"bytes=0-1,0,1", "bytes=3-,3,9", "bytes=-4,6,9", "bytes=-40,0,9", "bytes=5-99,5,9", "BYTES=9-9,9,9"})
    void oneRangeIsTaken(String range, long first, long last) {
        assertThat(ByteRange.of(get("Range", range), WHOLE, 10)).isEqualTo(new ByteRange(first, last, 10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bytes=1-2,4-5", "bytes=5-2", "lines=1-2", "bytes=-", "bytes=a-b", "bytes=99999999999999999999-"
            })
    void whatIsNotOneRangeGetsTheWhole(String range) {
        assertThat(ByteRange.of(get("Range", range), WHOLE, 10)).isNull();
    }

    @Test
    void aRangeBehindTheEndCannotBeSatisfied() {
        ByteRange range = ByteRange.of(get("Range", "bytes=10-"), WHOLE, 10);

        assertThat(range).isNotNull();
        assertThat(range.unsatisfiable()).isTrue();
        assertThat(range.field()).isEqualTo("bytes */10");
    }

    @Test
    void ifRangeIsHeeded() {
        assertThat(ByteRange.of(get("Range", "bytes=1-", "If-Range", "\"a\""), WHOLE, 10))
                .isNotNull();
        assertThat(ByteRange.of(get("Range", "bytes=1-", "If-Range", "W/\"a\""), WHOLE, 10))
                .isNull();
        assertThat(ByteRange.of(get("Range", "bytes=1-", "If-Range", "\"b\""), WHOLE, 10))
                .isNull();
        assertThat(ByteRange.of(get("Range", "bytes=1-", "If-Range", Cases.date(-9)), WHOLE, 10))
                .isNotNull();
    }
}
