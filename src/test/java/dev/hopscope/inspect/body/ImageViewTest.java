package dev.hopscope.inspect.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageViewTest {
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void dimensionsAreReadFromTheHead(String format) throws IOException {
        BodyRendering.Image image = render(file(format, 37, 21));

        assertThat(image.width()).isEqualTo(37);
        assertThat(image.height()).isEqualTo(21);
        assertThat(image.drawable()).isTrue();
    }

    @Test
    void webpIsNamedWithItsDimensions() {
        byte[] webp =
                HexFormat.of().parseHex("524946462600000057454250565038580a000000000000007f02006701005650382000000000");
        BodyRendering.Image image = render(webp);

        assertThat(image.width()).isEqualTo(640);
        assertThat(image.height()).isEqualTo(360);
        assertThat(image.notes()).containsExactly(Note.of("image-size", "WebP", 640, 360));
    }

    @Test
    void webpWithAPictureLargerThanItsCanvasIsNotDrawn() {
        byte[] webp = HexFormat.of()
                .parseHex("524946462a00000057454250565038580a00000000000000070000070000" + "5650384c05000000"
                        + "2fffffff0f00");
        BodyRendering.Image image = render(webp);

        assertThat(image.width()).isEqualTo(8);
        assertThat(image.drawable()).isFalse();
        assertThat(image.notes()).contains(Note.of("image-not-drawn", "WebP"));
    }

    @Test
    void anImageOfTooManyPixelsIsNotDrawn() throws IOException {
        byte[] png = file("png", 4, 4);
        ByteBuffer.wrap(png).putInt(16, 20_000).putInt(20, 20_000);
        BodyRendering.Image image = render(png);

        assertThat(image.drawable()).isFalse();
        assertThat(image.notes()).contains(Note.of("image-too-large", 40));
    }

    @Test
    void theFramesOfAnAnimationCountAgainstTheLimit() throws IOException {
        byte[] one = file("gif", 2000, 2000);
        int first = 13 + ((one[10] & 0x80) != 0 ? 3 << ((one[10] & 7) + 1) : 0);
        byte[] frame = Arrays.copyOfRange(one, first, one.length - 1);
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        many.write(one, 0, first);
        for (int i = 0; i < 20; i++) {
            many.write(frame);
        }
        many.write(0x3b);
        BodyRendering.Image image = render(many.toByteArray());

        assertThat(image.notes()).contains(Note.of("image-frames", 20));
        assertThat(image.drawable()).isFalse();
    }

    @Test
    void aTornImageIsNotDrawn() throws IOException {
        byte[] png = file("png", 64, 64);
        byte[] torn = Arrays.copyOf(png, 40);
        BodySample sample =
                Samples.read(torn, png.length, 0, dev.hopscope.exchange.Headers.of("Content-Type", "image/png"));

        assertThat(((BodyRendering.Image) Samples.view("image").render(sample)).drawable())
                .isFalse();
    }

    private static BodyRendering.Image render(byte[] file) {
        return (BodyRendering.Image) Samples.view("image").render(Samples.bytes("image/x", file));
    }

    private static byte[] file(String format, int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out))
                .isTrue();
        return out.toByteArray();
    }
}
