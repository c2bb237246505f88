package dev.hopscope.ui.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.inspect.body.ByteSource;
import dev.hopscope.ui.kit.Background;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class HexRowsTest {
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final Background background = new Background(work::add, Runnable::run);

    @Test
    void bytesStandWithOffsetAndCharacters() {
        byte[] bytes = "HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII);
        HexRows rows = new HexRows(ByteSource.of(bytes), 16, background, () -> {});

        assertThat(rows.size()).isEqualTo(2);
        assertThat(rows.row(0)).isEqualTo("00000000");
        work.remove().run();
        assertThat(rows.row(0))
                .isEqualTo("00000000  48 54 54 50 2f 31 2e 31  20 32 30 30 20 4f 4b 0d  HTTP/1.1 200 OK\u00b7");
        assertThat(rows.row(1)).startsWith("00000010  0a ").endsWith("  \u00b7");
    }

    @Test
    void aPageIsReadOnceHoweverManyRowsAskForIt() {
        HexRows rows = new HexRows(ByteSource.of(new byte[100_000]), 16, background, () -> {});
        rows.row(0);
        rows.row(1);
        rows.row(4095);
        assertThat(work).hasSize(1);

        rows.row(4096);
        assertThat(work).hasSize(2);
    }

    @Test
    void bytesThatCannotBeReadAreSaidOnce() {
        ByteSource broken = new ByteSource() {
            @Override
            public long size() {
                return 32;
            }

            @Override
            public byte[] read(long offset, int length) throws IOException {
                throw new IOException("moved");
            }

            @Override
            public InputStream open() throws IOException {
                throw new IOException("moved");
            }
        };
        HexRows rows = new HexRows(broken, 16, background, () -> {});
        rows.row(0);
        work.remove().run();
        rows.row(0);

        assertThat(rows.failure()).isEqualTo("moved");
        assertThat(work).isEmpty();
    }
}
