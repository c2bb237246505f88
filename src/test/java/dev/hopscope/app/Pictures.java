package dev.hopscope.app;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.ui.Screen;
import dev.hopscope.ui.table.ExchangeTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The program under the hands of the scenes: its window, its clients, and the camera. The thread of the maker of pictures, which waits for the FX thread. */
final class Pictures {
    static final String HOST = "localhost";

    private final Path images;
    private final Path folder;
    private final int port;
    private final int sitePort;
    private final double fixedWidth;
    private final double fixedHeight;
    private final Stage stage;

    /** @param fixedWidth of all pictures, to look around; 0 for what each scene wants */
    Pictures(Path images, Path folder, int port, int sitePort, double fixedWidth, double fixedHeight) {
        this.images = images;
        this.folder = folder;
        this.port = port;
        this.sitePort = sitePort;
        this.fixedWidth = fixedWidth;
        this.fixedHeight = fixedHeight;
        Screen.until("the window", () -> !Window.getWindows().isEmpty());
        stage = Screen.on(() -> (Stage) Window.getWindows().getFirst());
        size(1440, 900);
        Screen.until("it listens", () -> shows("127.0.0.1:" + port));
    }

    void size(double width, double height) {
        Screen.run(() -> {
            stage.setWidth(fixedWidth > 0 ? fixedWidth : width);
            stage.setHeight(fixedHeight > 0 ? fixedHeight : height);
        });
        Screen.frames(10);
    }

    String url(String path) {
        return "https://" + HOST + ":" + sitePort + path;
    }

    /** A file with a picture, to be sent. */
    Path picture() throws IOException {
        Path file = folder.resolve("cup.png");
        if (!Files.exists(file)) {
            Files.write(file, ShopSite.picture());
        }
        return file;
    }

    // ---- clients

    /** Loads a page in Chromium, with all it needs. */
    void browse(String url) throws IOException, InterruptedException {
        run(
                "chromium",
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--no-first-run",
                "--proxy-server=127.0.0.1:" + port,
                // what it asks of its maker has no place in the pictures
                "--proxy-bypass-list=<-loopback>;*.google.com;*.googleapis.com;*.gvt1.com",
                "--ignore-certificate-errors",
                "--virtual-time-budget=20000",
                "--user-data-dir=" + folder.resolve("profile"),
                "--dump-dom",
                url);
    }

    void curl(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "curl",
                "-s",
                "--max-time",
                "30",
                "--noproxy",
                "",
                "-x",
                "http://127.0.0.1:" + port,
                "--cacert",
                folder.resolve(".hopscope/hopscope-ca-cert.pem").toString()));
        command.addAll(List.of(arguments));
        run(command.toArray(String[]::new));
    }

    /** Trusts nobody but the system, so that the handshake fails. */
    void curlWithoutTrust(String url) throws IOException, InterruptedException {
        run("curl", "-s", "--max-time", "30", "--noproxy", "", "-x", "http://127.0.0.1:" + port, url);
    }

    private void run(String... command) throws IOException, InterruptedException {
        Path log = folder.resolve(command[0] + ".log");
        Process client = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!client.waitFor(120, TimeUnit.SECONDS)) {
            client.destroyForcibly().waitFor();
            throw new IOException(command[0] + " did not end: " + Files.readString(log));
        }
    }

    // ---- hands

    Stage stage() {
        return stage;
    }

    Scene scene() {
        return stage.getScene();
    }

    Node find(String selector) {
        return Screen.on(() -> Objects.requireNonNull(scene().lookup(selector), selector));
    }

    boolean shows(String text) {
        return List.of(".label", ".button").stream()
                .flatMap(style -> scene().getRoot().lookupAll(style).stream())
                .anyMatch(n -> n instanceof Labeled l && text.equals(l.getText()));
    }

    ExchangeTable table() {
        return (ExchangeTable) find(".exchange-list");
    }

    /** Waits until so many rows are listed. */
    void awaitRows(int number) {
        ExchangeTable table = table();
        Screen.until(number + " rows", () -> table.model().size() >= number);
    }

    /** Selects the newest row that is as wanted; a further one with {@link #selectToo}. */
    void select(Predicate<ExchangeRow> wanted) {
        ExchangeTable table = table();
        ExchangeId id = newest(wanted);
        Screen.run(() -> {
            table.select(id);
            table.view().requestFocus();
        });
        Screen.frames(60);
    }

    void selectToo(Predicate<ExchangeRow> wanted) {
        ExchangeTable table = table();
        ExchangeId id = newest(wanted);
        Screen.run(() -> table.selectToo(id));
        Screen.frames(10);
    }

    private ExchangeId newest(Predicate<ExchangeRow> wanted) {
        ExchangeTable table = table();
        Screen.until("such a row", () -> table.model().stream().anyMatch(wanted));
        return Screen.on(() -> new ExchangeId(table.model().stream()
                .filter(wanted)
                .max(Comparator.comparingLong(ExchangeRow::id))
                .orElseThrow()
                .id()));
    }

    /** Brings a tab of the detail to the front. */
    void tab(String section) {
        Screen.run(() -> ((TabPane) scene().getRoot().lookup(".tab-pane"))
                .getTabs().stream()
                        .filter(tab -> ("tab-" + section).equals(tab.getId()))
                        .forEach(tab -> tab.getTabPane().getSelectionModel().select(tab)));
        Screen.frames(60);
    }

    /** Fires the button of that name in a row of such that choose what is shown. */
    void choose(String name) {
        Screen.run(() -> scene().getRoot().lookupAll(".toggle-button").stream()
                .map(ToggleButton.class::cast)
                .filter(button -> button.getText().equals(name))
                .forEach(ToggleButton::fire));
        Screen.frames(60);
    }

    /** Presses a key where the focus is. */
    void press(KeyCode code, KeyCombination.Modifier... modifiers) {
        KeyCodeCombination keys = new KeyCodeCombination(code, modifiers);
        Screen.run(() -> {
            Runnable shortcut = scene().getAccelerators().get(keys);
            if (shortcut != null) {
                shortcut.run();
                return;
            }
            boolean control = List.of(modifiers).contains(KeyCombination.CONTROL_DOWN);
            boolean alt = List.of(modifiers).contains(KeyCombination.ALT_DOWN);
            boolean shift = List.of(modifiers).contains(KeyCombination.SHIFT_DOWN);
            Node focused = scene().getFocusOwner() == null ? scene().getRoot() : scene().getFocusOwner();
            Event.fireEvent(
                    focused, new KeyEvent(KeyEvent.KEY_PRESSED, "", code.getName(), code, shift, control, alt, false));
        });
        Screen.frames(30);
    }

    /** Fires an entry of the menu, whatever menu it stands in. */
    void menu(String text) {
        Screen.run(() -> {
            MenuButton menu = (MenuButton) scene().lookup("#menu");
            menu.getOnShowing().handle(null);
            search(menu.getItems(), text)
                    .orElseThrow(() -> new AssertionError("no entry " + text))
                    .fire();
        });
        Screen.frames(10);
    }

    private static Optional<MenuItem> search(List<MenuItem> items, String text) {
        for (MenuItem item : items) {
            Optional<MenuItem> found = text.equals(item.getText())
                    ? Optional.of(item)
                    : item instanceof Menu menu ? search(menu.getItems(), text) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Closes what stands over the rows, and selects none. */
    void home() {
        for (int i = 0; i < 4; i++) {
            press(KeyCode.ESCAPE);
        }
        size(1440, 900);
    }

    // ---- the camera

    /** Takes the window in both themes: {@code NAME-light.png}, {@code NAME-dark.png}. */
    void save(String name) throws IOException {
        save(name, stage, () -> {});
    }

    /** Takes a window as {@link #save} does, but only to look around: no page shows it. */
    void look(String name, Stage window) throws IOException {
        if (fixedWidth > 0) {
            save(name, window, () -> {});
        }
    }

    /**
     * Takes a window in both themes, with the popups over it.
     *
     * @param before done in each theme before the picture is taken
     */
    void save(String name, Stage window, Runnable before) throws IOException {
        for (String theme : List.of("Dark", "Light")) {
            menu(theme);
            before.run();
            Screen.frames(60);
            Path made =
                    Screen.save(Screen.on(() -> photo(window)), name + "-" + theme.toLowerCase(java.util.Locale.ROOT));
            Files.copy(made, images.resolve(made.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static WritableImage photo(Stage window) {
        WritableImage image = window.getScene().snapshot(null);
        for (Window other : Window.getWindows()) {
            if (other instanceof PopupWindow popup && popup.isShowing() && popup.getOwnerWindow() == window) {
                Parent root = popup.getScene().getRoot();
                SnapshotParameters clear = new SnapshotParameters();
                clear.setFill(Color.TRANSPARENT);
                WritableImage over = root.snapshot(clear, null);
                int left = (int) Math.round(
                        popup.getX() - window.getX() - window.getScene().getX());
                int top = (int) Math.round(
                        popup.getY() - window.getY() - window.getScene().getY());
                lay(over, image, left, top);
            }
        }
        return image;
    }

    /** Lays a picture over another, half-transparent pixels mixed. */
    private static void lay(WritableImage over, WritableImage under, int left, int top) {
        for (int y = Math.max(0, -top); y < over.getHeight() && y + top < under.getHeight(); y++) {
            for (int x = Math.max(0, -left); x < over.getWidth() && x + left < under.getWidth(); x++) {
                Color above = over.getPixelReader().getColor(x, y);
                if (above.getOpacity() > 0) {
                    Color below = under.getPixelReader().getColor(x + left, y + top);
                    Color whole = Color.color(above.getRed(), above.getGreen(), above.getBlue());
                    under.getPixelWriter().setColor(x + left, y + top, below.interpolate(whole, above.getOpacity()));
                }
            }
        }
    }

    /** The window that is shown besides the main one. */
    Stage dialog() {
        Screen.until(
                "the dialog",
                () -> Window.getWindows().stream().anyMatch(w -> w instanceof Stage s && s != stage && s.isShowing()));
        return Screen.on(() -> Window.getWindows().stream()
                .filter(w -> w instanceof Stage s && s != stage && s.isShowing())
                .map(Stage.class::cast)
                .findFirst()
                .orElseThrow());
    }

    TableView<ExchangeRow> view() {
        return table().view();
    }
}
