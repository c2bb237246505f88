package dev.hopscope.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({
        "0,0 B",
        "999,999 B",
        "1000,1.0 KB",
        "48700,48.7 KB",
        "99949,99.9 KB",
        "99950,100 KB",
        "201000,201 KB",
        "999499,999 KB",
        "999500,1.0 MB",
        "1200000,1.2 MB",
        "214000000,214 MB",
        "5000000000,5.0 GB",
        "9223372036854775807,9.2 EB"
    })
    void sizesHaveThreeFiguresAtMost(long octets, String text) {
        assertThat(Figures.size(octets)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "-1,''",
        "0,0 ms",
        "40,0.1 ms",
        "420,0.4 ms",
        "88000,88 ms",
        "999499,999 ms",
        "999500,1.00 s",
        "1240000,1.24 s",
        "9995000,10.0 s",
        "14200000,14.2 s",
        "64100000,64.1 s",
        "99950000,100 s",
        "599000000,599 s",
        "750000000,12.5 min",
        "7200000000,2.0 h"
    })
    void durationsHaveThreeFigures(long micros, String text) {
        assertThat(Figures.duration(micros)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"0|0", "999|999", "1000|1,000", "18332|18,332", "1000000|1,000,000", "-999|-999", "-1000|-1,000"},
            delimiter = '|')
    void countsAreGrouped(long number, String text) {
        assertThat(Figures.count(number)).isEqualTo(text);
    }
}
