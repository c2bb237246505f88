package dev.hopscope.ui.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hopscope.ui.Screen;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;

class WebpReaderTest {
    /** 6 by 4 pixels of one red, lossless; and lossy. */
    private static final byte[] LOSSLESS =
            Base64.getDecoder().decode("UklGRh4AAABXRUJQVlA4TBEAAAAvBcAAAAdQiIIXov+BiOh/AAA=");

    private static final byte[] LOSSY = Base64.getDecoder()
            .decode("UklGRjoAAABXRUJQVlA4IC4AAADQAQCdASoGAAQAAgA0JaACdLoB+AADsAD+8LA3/wq3DELx//ewX3YL7sF/rYAA");

    @Test
    void bothKindsAreUnpacked() throws IOException {
        for (byte[] bytes : new byte[][] {LOSSLESS, LOSSY}) {
            Image image = read(bytes);
            assertThat(image.getWidth()).isEqualTo(6);
            assertThat(image.getHeight()).isEqualTo(4);
            assertThat(image.getPixelReader().getColor(3, 2).getRed()).isGreaterThan(0.7);
            assertThat(image.getPixelReader().getColor(3, 2).getBlue()).isLessThan(0.2);
        }
    }

    @Test
    void brokenBytesFailInNoOtherWayThanAsInput() {
        Random random = new Random(7);
        int failed = 0;
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = (random.nextBoolean() ? LOSSLESS : LOSSY).clone();
            for (int n = random.nextInt(5); n >= 0; n--) {
                bytes[30 + random.nextInt(bytes.length - 30)] = (byte) random.nextInt(256);
            }
            byte[] broken = random.nextInt(3) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
            try {
                read(broken);
            } catch (IOException e) {
                failed++;
            }
        }
        assertThat(failed).isPositive();
        assertThatThrownBy(() -> read(new byte[40])).isInstanceOf(IOException.class);
    }

    private static Image read(byte[] bytes) throws IOException {
        Screen.run(() -> {});
        return WebpReader.read(bytes, 2048);
    }
}
