package dev.hopscope.ui.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.inspect.body.ByteSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BytePatternTest {
    @Test
    void pairsOfHexDigitsAreBytes() throws IOException {
        assertThat(find("de ad", new byte[] {0, (byte) 0xde, (byte) 0xad})).containsExactly(1);
        assertThat(find("0xdead", new byte[] {0, (byte) 0xde, (byte) 0xad})).containsExactly(1);
        assertThat(find("beef", "the beef".getBytes(StandardCharsets.UTF_8))).containsExactly(4);
    }

    @Test
    void textIsFoundInEitherCase() throws IOException {
        assertThat(find("Host", "HOST host".getBytes(StandardCharsets.UTF_8))).containsExactly(0, 5);
    }

    @Test
    void aPlaceAcrossTwoPagesIsFoundOnce() throws IOException {
        byte[] bytes = new byte[200_000];
        bytes[65_535] = 'a';
        bytes[65_536] = 'b';

        assertThat(find("ab", bytes)).containsExactly(65_535);
    }

    @Test
    void placesAreCountedUpToTheirLimit() throws IOException {
        ByteSource zeros = ByteSource.of(new byte[1000]);

        assertThat(BytePattern.of("00 00").find(zeros, 10, share -> true)).hasSize(10);
        assertThat(BytePattern.of("").find(zeros, 10, share -> true)).isEmpty();
    }

    private static long[] find(String wanted, byte[] bytes) throws IOException {
        return BytePattern.of(wanted).find(ByteSource.of(bytes), 100, share -> true);
    }
}
