package dev.hopscope.app;

import dev.hopscope.cli.Commands;
import dev.hopscope.cli.Console;
import dev.hopscope.settings.Settings;
import dev.hopscope.settings.SettingsFile;
import dev.hopscope.ui.Screen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Platform;

/**
 * Makes the pictures of README and guide from real traffic: the program with its window, without a display, and a page of a hundred resources that Chromium
 * loads through it. Run by {@code ./mvnw -Pscreenshots verify}; needs {@code chromium} and {@code curl} on the path. Takes no picture itself: each scene is a
 * class of its own.
 */
public final class GuidePictures {
    /** In this order: the first ones stand before there is traffic. */
    static final List<PictureScene> SCENES = List.of(
            new FirstMinutesScene(),
            new TrafficScene(),
            new WindowScene(),
            new SmallScene(),
            new HopsScene(),
            new BodiesScene(),
            new HeadersScene(),
            new CacheScene(),
            new CacheAcrossScene(),
            new CompareScene(),
            new CopyAsScene(),
            new ReplayOptionsScene(),
            new PaletteScene(),
            new EnvironmentScene(),
            new TrustScene(),
            new PreferencesScene(),
            new EditScene(),
            new CacheContentsScene());

    private GuidePictures() {}

    /**
     * @param arguments the folder of the pictures; to look around, then also the size of the text and of the window: {@code target/look 18 900 600}, and the names of the
     *     scenes to take
     */
    public static void main(String[] arguments) throws Exception {
        Path images = Files.createDirectories(Path.of(arguments[0]));
        int text = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 12;
        boolean sized = arguments.length > 3;
        List<String> names = arguments.length > 4 ? List.of(arguments[4].split(",")) : List.of();
        Path folder = home();
        System.setProperty("user.home", folder.toString());
        int port = port();
        try (ShopSite site = new ShopSite(Pictures.HOST, folder.resolve("shop.pem"))) {
            start(folder, port, text);
            Pictures pictures = sized
                    ? new Pictures(
                            images,
                            folder,
                            port,
                            site.port(),
                            Double.parseDouble(arguments[2]),
                            Double.parseDouble(arguments[3]))
                    : new Pictures(images, folder, port, site.port(), 0, 0);
            for (PictureScene scene : SCENES) {
                String name = scene.getClass().getSimpleName();
                if (names.isEmpty() || scene instanceof TrafficScene || names.contains(name)) {
                    scene.take(pictures);
                }
            }
        }
        try {
            remove(folder);
        } catch (IOException | UncheckedIOException stillWritten) {
            System.err.println("Remains, since the program runs in it: " + folder);
        }
        System.exit(0);
    }

    /** A folder with a short name, since it is seen in the pictures: that of a user Ada. */
    private static Path home() throws IOException {
        Path all = Path.of(System.getProperty("java.io.tmpdir"));
        for (int i = 1; ; i++) {
            Path home = all.resolve(i == 1 ? "ada" : "ada" + i);
            try {
                return Files.createDirectory(home);
            } catch (FileAlreadyExistsException taken) {
                // left by a run that failed, or in use by another
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }

    private static void start(Path folder, int port, int text) throws IOException {
        Path home = Files.createDirectories(folder.resolve(".hopscope"));
        new SettingsFile(home.resolve("settings.json"))
                .write(Settings.DEFAULT.withWindow(
                        w -> w.withTheme(Settings.Theme.LIGHT).withTextSize(text)));
        Thread.ofPlatform()
                .daemon()
                .start(() -> Commands.run(
                        new Wiring(),
                        Console.ofProcess(),
                        "-p",
                        Integer.toString(port),
                        "--confdir",
                        home.toString(),
                        "--session",
                        folder.resolve("shop.hops").toString(),
                        "--upstream-ca",
                        folder.resolve("shop.pem").toString()));
        awaitToolkit();
    }

    /** The port of the guide, where it is free. */
    private static int port() throws IOException {
        try (ServerSocket socket = new ServerSocket(8888, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (BindException taken) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            }
        }
    }

    private static void awaitToolkit() {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (System.nanoTime() < deadline) {
            try {
                Platform.runLater(() -> {});
                Screen.adopt();
                return;
            } catch (IllegalStateException notYet) {
                Thread.onSpinWait();
            }
        }
        throw new AssertionError("the toolkit did not start within a minute");
    }
}
