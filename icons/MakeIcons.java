import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Draws every icon file from the SVGs beside this program: PNG for the window and Linux, ICO for Windows, ICNS for macOS.
 * Arguments: the folder of the SVGs, the folder to write into. Runs on the thread of the JVM; decides nothing about who uses which.
 */
final class MakeIcons {
    private static final int[] PNG = {16, 24, 32, 48, 64, 128, 256, 512};
    private static final int[] ICO = {16, 24, 32, 48, 64, 128, 256};
    /** The types of an icon file of macOS that hold a PNG, with their size in pixels; ic11 to ic14 are for screens of double density. */
    private static final Map<String, Integer> ICNS = icns();

    private final Path drawings;
    private final Path made;

    private MakeIcons(Path drawings, Path made) {
        this.drawings = drawings;
        this.made = made;
    }

    public static void main(String[] args) throws IOException {
        System.setProperty("java.awt.headless", "true");
        ImageIO.setUseCache(false);
        Path made = Files.createDirectories(Path.of(args[1]));
        var icons = new MakeIcons(Path.of(args[0]), made);
        icons.write("hopscope");
        icons.write("hopscope-session");
    }

    private static Map<String, Integer> icns() {
        Map<String, Integer> types = new LinkedHashMap<>();
        types.put("icp4", 16);
        types.put("icp5", 32);
        types.put("ic11", 32);
        types.put("ic12", 64);
        types.put("ic07", 128);
        types.put("ic13", 256);
        types.put("ic08", 256);
        types.put("ic14", 512);
        types.put("ic09", 512);
        types.put("ic10", 1024);
        return types;
    }

    private void write(String name) throws IOException {
        for (int size : PNG) {
            Files.write(made.resolve(name + "-" + size + ".png"), png(name, size));
        }
        Files.write(made.resolve(name + ".ico"), ico(name));
        Files.write(made.resolve(name + ".icns"), icns(name));
    }

    /** The drawing of that size; what was drawn for 16 pixels, where there is one, for those below 24. */
    private byte[] png(String name, int size) throws IOException {
        Path small = drawings.resolve(name + "-16.svg");
        Path file = size < 24 && Files.exists(small) ? small : drawings.resolve(name + ".svg");
        SVGDocument drawing = new SVGLoader().load(file.toUri().toURL());
        if (drawing == null) {
            throw new IOException(file + " is no SVG that can be drawn");
        }
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        drawing.render(null, pen, new ViewBox(size, size));
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /** Windows: a head of 6 octets, 16 for each picture, then the pictures as PNG, which Windows reads since Vista. */
    private byte[] ico(String name) throws IOException {
        var head = ByteBuffer.allocate(6 + 16 * ICO.length).order(ByteOrder.LITTLE_ENDIAN);
        var pictures = new ByteArrayOutputStream();
        head.putShort((short) 0).putShort((short) 1).putShort((short) ICO.length);
        for (int size : ICO) {
            byte[] picture = png(name, size);
            byte side = (byte) (size == 256 ? 0 : size);
            head.put(side).put(side).put((byte) 0).put((byte) 0);
            head.putShort((short) 1).putShort((short) 32);
            head.putInt(picture.length).putInt(head.capacity() + pictures.size());
            pictures.write(picture);
        }
        var file = new ByteArrayOutputStream();
        file.write(head.array());
        pictures.writeTo(file);
        return file.toByteArray();
    }

    /** macOS: "icns" and the length of all, then for each picture its type, its length with these 8 octets, and the PNG. */
    private byte[] icns(String name) throws IOException {
        var body = new ByteArrayOutputStream();
        var out = new DataOutputStream(body);
        for (var type : ICNS.entrySet()) {
            byte[] picture = png(name, type.getValue());
            out.write(type.getKey().getBytes(StandardCharsets.US_ASCII));
            out.writeInt(8 + picture.length);
            out.write(picture);
        }
        var file = new ByteArrayOutputStream();
        var head = new DataOutputStream(file);
        head.write("icns".getBytes(StandardCharsets.US_ASCII));
        head.writeInt(8 + body.size());
        body.writeTo(file);
        return file.toByteArray();
    }
}
