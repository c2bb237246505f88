package dev.hopscope.inspect.body;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.github.luben.zstd.Zstd;
import dev.hopscope.inspect.body.Decoded.End;
import dev.hopscope.inspect.body.Decoded.State;
import dev.hopscope.inspect.body.Decoded.Step;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDecoderTest {
    private static final byte[] TEXT =
            "the quick brown fox jumps over the lazy dog. ".repeat(400).getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "deflate", "raw-deflate", "br", "zstd"})
    void everyKnownCodingIsUndone(String coding) throws IOException {
        Decoded decoded = decode(code(coding, TEXT), 1 << 20, coding.replace("raw-", ""));

        assertThat(decoded.bytes()).isEqualTo(TEXT);
        assertThat(decoded.end()).isEqualTo(End.COMPLETE);
        assertThat(decoded.steps()).containsExactly(new Step(coding.replace("raw-", ""), State.DONE));
    }

    @Test
    void stackedCodingsAreUndoneFromTheLast() throws IOException {
        Decoded decoded = decode(code("gzip", code("br", TEXT)), 1 << 20, "br", "gzip");

        assertThat(decoded.bytes()).isEqualTo(TEXT);
        assertThat(decoded.steps()).containsExactly(new Step("gzip", State.DONE), new Step("br", State.DONE));
    }

    @Test
    void anUnknownCodingStopsTheChainAndLeavesWhatWasUndone() throws IOException {
        Decoded decoded = decode(code("gzip", TEXT), 1 << 20, "br", "dcb", "gzip");

        assertThat(decoded.bytes()).isEqualTo(TEXT);
        assertThat(decoded.steps())
                .containsExactly(
                        new Step("gzip", State.DONE),
                        new Step("dcb", State.UNKNOWN),
                        new Step("br", State.NOT_REACHED));
    }

    @Test
    void moreThanEightCodingsAreNotTried() throws IOException {
        byte[] body = TEXT;
        for (int i = 0; i < 9; i++) {
            body = code("gzip", body);
        }
        Decoded decoded = decode(body, 1 << 20, "gzip,".repeat(9).split(","));

        assertThat(decoded.steps()).hasSize(9);
        assertThat(decoded.steps().getLast().state()).isEqualTo(State.UNKNOWN);
        assertThat(decoded.bytes()).isEqualTo(code("gzip", TEXT));
    }

    @Test
    void decodingStopsAtTheBytesAskedFor() throws IOException {
        Decoded decoded = decode(code("zstd", TEXT), 1000, "zstd");

        assertThat(decoded.bytes()).isEqualTo(Arrays.copyOf(TEXT, 1000));
        assertThat(decoded.end()).isEqualTo(End.SIZE_CAP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "zstd"})
    void bombIsCutByItsRatioAndSaysSo(String coding) throws IOException {
        Decoded decoded = decode(code(coding, new byte[64 << 20]), 64 << 20, coding);

        assertThat(decoded.end()).isEqualTo(End.RATIO_CAP);
        assertThat(decoded.bytes().length).isBetween(1 << 20, 32 << 20);
        assertThat(decoded.problem()).contains("250 times");
    }

    @Test
    void aBombInsideABombIsCutInTheStageThatGrows() throws IOException {
        byte[] inner = code("gzip", new byte[64 << 20]);
        Decoded decoded = decode(code("gzip", inner), 64 << 20, "gzip", "gzip");

        assertThat(decoded.end()).isEqualTo(End.RATIO_CAP);
        assertThat(decoded.steps()).contains(new Step("gzip", State.FAILED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "zstd"})
    void codedBytesThatStopEarlyGiveWhatTheyHold(String coding) throws IOException {
        byte[] noise = new byte[200_000];
        new Random(1).nextBytes(noise);
        byte[] coded = code(coding, noise);
        Decoded decoded = decode(Arrays.copyOf(coded, coded.length / 2), 1 << 20, coding);

        assertThat(decoded.end()).isEqualTo(End.ENDS_EARLY);
        assertThat(decoded.bytes()).isNotEmpty().isEqualTo(Arrays.copyOf(noise, decoded.bytes().length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "zstd"})
    void bytesThatAreNoSuchCodingAreShownAsTheyAre(String coding) throws IOException {
        byte[] plain =
                "<!doctype html><p>not coded at all, whatever the field says</p>".getBytes(StandardCharsets.UTF_8);
        Decoded decoded = decode(plain, 1 << 20, coding);

        assertThat(decoded.bytes()).isEqualTo(plain);
        assertThat(decoded.end()).isEqualTo(End.CORRUPT);
        assertThat(decoded.steps()).containsExactly(new Step(coding, State.FAILED));
        assertThat(decoded.problem()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "zstd"})
    void garbageNeverThrows(String coding) throws IOException {
        Random random = new Random(7);
        byte[] good = code(coding, TEXT);
        for (int i = 0; i < 300; i++) {
            byte[] bad = good.clone();
            for (int k = 0; k <= i % 5; k++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            assertThat(decode(bad, 1 << 20, coding).bytes().length).isLessThanOrEqualTo(1 << 20);
        }
    }

    @Test
    void anEmptyBodyWithACodingIsEmpty() throws IOException {
        assertThat(decode(new byte[0], 1000, "gzip").bytes()).isEmpty();
    }

    private static Decoded decode(byte[] bytes, int limit, String... codings) throws IOException {
        return ContentDecoder.decode(ByteSource.of(bytes), List.of(codings), limit);
    }

    private static byte[] code(String coding, byte[] plain) throws IOException {
        Brotli4jLoader.ensureAvailability();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        switch (coding) {
            case "gzip", "x-gzip" -> write(new GZIPOutputStream(out), plain);
            case "deflate" -> write(new DeflaterOutputStream(out), plain);
            case "raw-deflate" -> write(new DeflaterOutputStream(out, new Deflater(6, true)), plain);
            case "br" -> out.write(Encoder.compress(plain, new Encoder.Parameters().setQuality(4)));
            case "zstd" -> out.write(Zstd.compress(plain));
            default -> throw new IllegalArgumentException(coding);
        }
        return out.toByteArray();
    }

    private static void write(OutputStream stream, byte[] plain) throws IOException {
        try (stream) {
            stream.write(plain);
        }
    }
}
