package dev.hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizeTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "4096, 4096",
        "4096b, 4096",
        "1k, 1024",
        "1K, 1024",
        "1kb, 1024",
        "1KiB, 1024",
        "2m, 2097152",
        "2MB, 2097152",
        "2mIb, 2097152",
        "1g, 1073741824",
        "1GB, 1073741824",
        "1 GiB, 1073741824",
        "1.5k, 1536",
        "9223372036854775807, 9223372036854775807"
    })
    void unitsArePowersOf1024InAnyCase(String text, long octets) {
        assertThat(ByteSize.parse(text).octets()).isEqualTo(octets);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "k", "-1", "1x", "1kk", "1,5k", "0x10", "1e3", "9223372036854775808", "99999999999g", "ten"})
    void whatIsNoSizeIsSaidInWords(String text) {
        assertThatThrownBy(() -> ByteSize.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("'.*' is .*\\.");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "1023, 1023 B", "1024, 1.0 KiB", "67108864, 64 MiB", "1610612736, 1.5 GiB"})
    void peopleReadUnits(long octets, String words) {
        assertThat(ByteSize.words(octets)).isEqualTo(words);
    }
}
