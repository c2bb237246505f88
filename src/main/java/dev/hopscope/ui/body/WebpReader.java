package dev.hopscope.ui.body;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Unpacks WebP (RFC 9649), which the screen cannot, into an image; of an animation the first picture. Any thread but the FX thread. Checks no dimensions. */
final class WebpReader {
    private WebpReader() {}

    /**
     * @param side pixels of the longer side at most; larger pictures are thinned out
     * @throws IOException where the bytes are no such picture
     */
    static Image read(byte[] bytes, int side) throws IOException {
        ImageReader reader = new WebPImageReaderSpi().createReaderInstance(null);
        try (ImageInputStream in = new Bounded(bytes)) {
            reader.setInput(in, true, true);
            ImageReadParam how = reader.getDefaultReadParam();
            int longer = Math.max(reader.getWidth(0), reader.getHeight(0));
            int step = Math.max(1, (longer + side - 1) / side);
            how.setSourceSubsampling(step, step, 0, 0);
            return image(reader.read(0, how));
        } catch (RuntimeException e) {
            throw new IOException("no picture: " + e.getMessage(), e);
        } finally {
            reader.dispose();
        }
    }

    /** Gives up soon after the end of the bytes, where the reader would take zeros for ever. */
    private static final class Bounded extends MemoryCacheImageInputStream {
        private static final int PATIENCE = 64;

        private int ends;

        Bounded(byte[] bytes) {
            super(new ByteArrayInputStream(bytes));
        }

        @Override
        public int read() throws IOException {
            return counted(super.read());
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return counted(super.read(into, offset, length));
        }

        private int counted(int result) {
            if (result < 0 && ++ends > PATIENCE) {
                throw new IllegalStateException("it ends early");
            }
            return result;
        }
    }

    private static Image image(BufferedImage from) {
        int width = from.getWidth();
        int height = from.getHeight();
        WritableImage image = new WritableImage(width, height);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            from.getRGB(0, y, width, 1, row, 0, width);
            image.getPixelWriter().setPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), row, 0, width);
        }
        return image;
    }
}
