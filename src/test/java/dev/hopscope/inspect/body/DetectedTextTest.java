package dev.hopscope.inspect.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Headers;
import dev.hopscope.inspect.body.DetectedText.Evidence;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DetectedTextTest {
    @Test
    void aByteOrderMarkBeatsTheDeclaredCharset() {
        byte[] bytes = "\uFEFFGrüße".getBytes(StandardCharsets.UTF_16LE);
        DetectedText found = text(Samples.bytes("text/plain; charset=iso-8859-1", bytes));

        assertThat(found.text()).isEqualTo("Grüße");
        assertThat(found.evidence()).isEqualTo(Evidence.BYTE_ORDER_MARK);
    }

    @Test
    void theDeclaredCharsetIsUsed() {
        byte[] bytes = "Grüße".getBytes(StandardCharsets.ISO_8859_1);
        DetectedText found = text(Samples.bytes("text/plain; charset=\"ISO-8859-1\"", bytes));

        assertThat(found.text()).isEqualTo("Grüße");
        assertThat(found.evidence()).isEqualTo(Evidence.DECLARED);
    }

    @Test
    void validUtf8IsRecognised() {
        assertThat(text(Samples.text("text/plain", "Grüße")).evidence()).isEqualTo(Evidence.VALID_UTF_8);
    }

    @Test
    void aCharacterTornByTheEndOfTheSampleDoesNotMakeItLatin1() {
        byte[] bytes = "abcdü".getBytes(StandardCharsets.UTF_8);
        DetectedText found = text(Samples.read(bytes, bytes.length, 5, Headers.EMPTY));

        assertThat(found.text()).isEqualTo("abcd");
        assertThat(found.evidence()).isEqualTo(Evidence.VALID_UTF_8);
    }

    @Test
    void otherBytesAreLatin1() {
        DetectedText found = text(Samples.bytes("text/plain; charset=no-such", new byte[] {'a', (byte) 0xe9}));

        assertThat(found.text()).isEqualTo("aé");
        assertThat(found.evidence()).isEqualTo(Evidence.LATIN_1);
    }

    @Test
    void bytesWithNulAreNotTakenForText() {
        assertThat(text(Samples.bytes("", new byte[] {'a', 0, 'b'})).likely()).isFalse();
    }

    private static DetectedText text(BodySample sample) {
        return sample.text();
    }
}
