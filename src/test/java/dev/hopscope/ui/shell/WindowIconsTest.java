package dev.hopscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pictures that the window carries are those of the drawings in {@code icons/}. */
class WindowIconsTest {
    /** Steps of 256 that a channel may differ: another build of Java may round an edge otherwise. */
    private static final int TOLERANCE = 12;

    @TempDir
    Path made;

    @Test
    void thePicturesOfTheWindowAreTheDrawingInEachSize() throws Exception {
        draw();
        for (int size : MainWindow.ICON_SIZES) {
            BufferedImage drawn =
                    ImageIO.read(made.resolve("hopscope-" + size + ".png").toFile());
            BufferedImage kept = kept(size);
            assertThat(kept.getWidth()).isEqualTo(size);
            assertThat(kept.getHeight()).isEqualTo(size);
            assertThat(farthest(drawn, kept))
                    .as("hopscope-" + size + ".png; ./mvnw process-classes -Picons draws it anew")
                    .isLessThanOrEqualTo(TOLERANCE);
        }
    }

    @Test
    void theFileForWindowsHoldsSevenPicturesAndThatForMacosItsOwnLength() throws Exception {
        draw();
        byte[] ico = Files.readAllBytes(made.resolve("hopscope.ico"));
        byte[] icns = Files.readAllBytes(made.resolve("hopscope.icns"));
        assertThat(Arrays.copyOf(ico, 6)).containsExactly(0, 0, 1, 0, 7, 0);
        assertThat(new String(icns, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("icns");
        assertThat(ByteBuffer.wrap(icns, 4, 4).getInt()).isEqualTo(icns.length);
    }

    private void draw() throws IOException, InterruptedException {
        String library = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains("jsvg"))
                .collect(Collectors.joining(File.pathSeparator));
        Path log = made.resolve("log");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        library,
                        "icons/MakeIcons.java",
                        "icons",
                        made.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor()).as(() -> textOf(log)).isZero();
    }

    private static String textOf(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static BufferedImage kept(int size) throws IOException {
        return ImageIO.read(
                Objects.requireNonNull(MainWindow.class.getResource("/dev/hopscope/ui/hopscope-" + size + ".png")));
    }

    /** How far two pictures are from each other where they differ most: steps of a channel. */
    private static int farthest(BufferedImage one, BufferedImage other) {
        int most = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                for (int shift = 0; shift < 32; shift += 8) {
                    int a = one.getRGB(x, y) >>> shift & 0xFF;
                    int b = other.getRGB(x, y) >>> shift & 0xFF;
                    most = Math.max(most, Math.abs(a - b));
                }
            }
        }
        return most;
    }
}
