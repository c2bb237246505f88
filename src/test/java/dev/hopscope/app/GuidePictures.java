package dev.hopscope.app;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.cli.Commands;
import dev.hopscope.cli.Console;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.settings.Settings;
import dev.hopscope.settings.SettingsFile;
import dev.hopscope.ui.Screen;
import dev.hopscope.ui.table.ExchangeTable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * Makes the pictures of README and guide from real traffic: the program with its window, without a display, and a page of a hundred resources that Chromium
 * loads through it. Run by hand, once for each theme: {@code light|dark FOLDER}; needs {@code chromium} on the path and the toolkit's headless platform.
 */
public final class GuidePictures {
    /** An alias of this machine that clients do send to a proxy. */
    private static final String HOST = "local.hopscope.test";

    /** The table holds the rows in sight alone. */
    private static final int IN_SIGHT = 20;

    private static final int HOPS = 1;

    private final String theme;
    private final Path images;
    private final Path folder;
    private final int port;

    private GuidePictures(String theme, Path images) throws IOException {
        this.theme = theme;
        this.images = images;
        this.folder = Files.createTempDirectory("hopscope-pictures");
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = socket.getLocalPort();
        }
    }

    public static void main(String[] arguments) throws Exception {
        new GuidePictures(arguments[0], Path.of(arguments[1])).make();
        System.exit(0);
    }

    private void make() throws Exception {
        Path home = Files.createDirectories(folder.resolve("conf"));
        Settings.Theme chosen = Settings.Theme.valueOf(theme.toUpperCase(Locale.ROOT));
        new SettingsFile(home.resolve("settings.json")).write(Settings.DEFAULT.withWindow(w -> w.withTheme(chosen)));
        try (ShopSite site = new ShopSite(HOST, folder)) {
            Path trust = pem();
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
                            trust.toString()));
            awaitToolkit();
            Stage stage = window();
            size(stage, 1440, 900);
            Screen.until("it listens", () -> shows(stage, "127.0.0.1:" + port));
            load("https://" + HOST + ":" + site.port() + "/");
            Screen.until("the page is there", () -> rows(stage).getItems().size() > IN_SIGHT);
            TableView<?> table = Screen.on(() -> rows(stage));
            select(table, row -> row.path().startsWith("/img/"));
            Screen.frames(60);
            save(stage, "window");
            press(table, KeyCode.ENTER);
            Screen.frames(20);
            Screen.run(() -> ((TabPane) stage.getScene().getRoot().lookup(".tab-pane"))
                    .getSelectionModel()
                    .select(HOPS));
            Screen.frames(60);
            save(stage, "hops");
        }
    }

    private Path pem() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".pem")).findFirst().orElseThrow();
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

    private static Stage window() {
        Screen.until("the window", () -> !Window.getWindows().isEmpty());
        return Screen.on(() -> (Stage) Window.getWindows().getFirst());
    }

    private static void size(Stage stage, double width, double height) {
        Screen.run(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        Screen.frames(5);
    }

    private static boolean shows(Stage stage, String text) {
        return stage.getScene().getRoot().lookupAll(".label").stream()
                        .anyMatch(n -> n instanceof javafx.scene.control.Labeled l && text.equals(l.getText()))
                || stage.getScene().getRoot().lookupAll(".button").stream()
                        .anyMatch(n -> n instanceof javafx.scene.control.Labeled l && text.equals(l.getText()));
    }

    /** The table that has the most rows; on the FX thread. */
    private static TableView<?> rows(Stage stage) {
        return stage.getScene().getRoot().lookupAll(".table-view").stream()
                .map(node -> (TableView<?>) node)
                .max(Comparator.comparingInt(table -> table.getItems().size()))
                .orElseThrow();
    }

    private static void select(TableView<?> table, Predicate<ExchangeRow> wanted) {
        Screen.run(() -> {
            ExchangeRow row = table.getItems().stream()
                    .map(ExchangeRow.class::cast)
                    .filter(wanted)
                    .findFirst()
                    .orElseThrow();
            ((ExchangeTable) table.getParent().getParent()).select(new ExchangeId(row.id()));
            table.requestFocus();
        });
    }

    private static void press(Node node, KeyCode code) {
        Screen.run(() -> Event.fireEvent(
                node, new KeyEvent(KeyEvent.KEY_PRESSED, "", code.getName(), code, false, false, false, false)));
    }

    private void load(String url) throws IOException, InterruptedException {
        Process browser = new ProcessBuilder(List.of(
                        "chromium",
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--no-first-run",
                        "--proxy-server=127.0.0.1:" + port,
                        // what it asks of its maker has no place in the pictures
                        "--proxy-bypass-list=*.google.com;*.googleapis.com;*.gvt1.com",
                        "--ignore-certificate-errors",
                        "--virtual-time-budget=20000",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--dump-dom",
                        url))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("chromium.log").toFile())
                .start();
        if (!browser.waitFor(90, TimeUnit.SECONDS)) {
            browser.destroyForcibly().waitFor();
            throw new IOException("Chromium did not end: " + Files.readString(folder.resolve("chromium.log")));
        }
    }

    private void save(Stage stage, String name) throws IOException {
        Screen.frames(10);
        Path made = Screen.save(
                Screen.on(() -> {
                    Scene scene = stage.getScene();
                    return scene.snapshot(null);
                }),
                name + "-" + theme);
        Files.createDirectories(images);
        Files.copy(made, images.resolve(name + "-" + theme + ".png"), StandardCopyOption.REPLACE_EXISTING);
    }
}
