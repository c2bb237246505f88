package dev.hopscope.ui.shell;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.capture.Session;
import dev.hopscope.exchange.Endpoint;
import dev.hopscope.proxy.Authority;
import dev.hopscope.proxy.CacheOptions;
import dev.hopscope.proxy.ProxyOptions;
import dev.hopscope.proxy.ProxyState;
import dev.hopscope.settings.CurrentSettings;
import dev.hopscope.settings.Settings;
import dev.hopscope.settings.SettingsFile;
import dev.hopscope.ui.Screen;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The window on fakes, for tests and to look at. */
final class TestWindow implements ShellActions, Questions, AutoCloseable {
    final FakeProxy proxy = new FakeProxy();
    final FakeSession session = new FakeSession("/home/me/.hopscope/sessions/2026-11-23 21-38.hops", false);
    final CompletableFuture<Authority> authority = new CompletableFuture<>();
    final CurrentSettings settings;
    final Background background = new Background();
    final Theme theme;
    final Stage stage;
    final MainWindow window;
    final FakeDetail detail;
    final List<String> calls = new CopyOnWriteArrayList<>();
    volatile boolean confirmed = true;
    volatile Optional<Path> answer = Optional.empty();

    TestWindow(Path folder) {
        SettingsFile file = new SettingsFile(folder.resolve("settings.json"));
        settings = new CurrentSettings(file, file.read().settings(), s -> s);
        theme = Screen.on(Theme::new);
        detail = Screen.on(FakeDetail::new);
        stage = Screen.on(Stage::new);
        window = Screen.on(
                () -> new MainWindow(stage, theme, proxy, authority, settings, this, background, detail, this));
    }

    /** A window that listens and records. */
    TestWindow started() {
        Screen.run(window::show);
        authority.complete(new FakeAuthority());
        proxy.set(new ProxyState.Listening(new Endpoint("127.0.0.1", 8888), null));
        window.showSession(session);
        return this;
    }

    TestWindow rows(List<ExchangeRow> rows) {
        rows.forEach(session.log::put);
        int size = session.log.size();
        Screen.until(size + " rows", () -> counted() == size);
        return this;
    }

    private int counted() {
        return find("#count") == null
                ? 0
                : table().model().countsProperty().get().rows();
    }

    dev.hopscope.ui.table.ExchangeTable table() {
        return (dev.hopscope.ui.table.ExchangeTable) stage.getScene().lookup(".exchange-list");
    }

    Node find(String selector) {
        return stage.getScene().lookup(selector);
    }

    String text(String selector) {
        return Screen.on(
                () -> find(selector) instanceof Label label ? label.getText() : String.valueOf(find(selector)));
    }

    /** A picture of the whole window, of any size: the screen of tests ends at 1000 by 1000. */
    void snapshot(String name, double width, double height) {
        Screen.run(() -> {
            stage.setMinWidth(0);
            stage.setWidth(width);
            stage.setHeight(height);
            ((Region) stage.getScene().getRoot()).resize(width, height);
        });
        Screen.frames(4);
        Screen.save(
                Screen.on(() -> {
                    Region root = (Region) stage.getScene().getRoot();
                    root.resize(width, height);
                    root.applyCss();
                    root.layout();
                    root.layout();
                    javafx.scene.SnapshotParameters parameters = new javafx.scene.SnapshotParameters();
                    parameters.setViewport(new javafx.geometry.Rectangle2D(0, 0, width, height));
                    return root.snapshot(parameters, null);
                }),
                name);
    }

    @Override
    public void close() {
        Screen.run(() -> {
            window.close();
            stage.close();
        });
        background.close();
    }

    @Override
    public void newSession(Path file) {
        calls.add("new " + file);
    }

    @Override
    public void open(Path file) throws IOException {
        if (file.toString().endsWith("bad.hops")) {
            throw new IOException("It is no session");
        }
        FakeSession opened = new FakeSession(file.toString(), true);
        window.showSession(opened);
        calls.add("open " + file);
    }

    @Override
    public void backToLive() {
        window.showSession(session);
    }

    @Override
    public void exportHar(Session from, Path target) {
        calls.add("har " + target);
    }

    @Override
    public ProxyOptions options(Settings now) {
        return ProxyOptions.DEFAULT
                .withListen(now.proxy().host(), now.proxy().port())
                .withIntercept(now.interception().on())
                .withHosts(now.interception().ignoreHosts(), now.interception().allowHosts())
                .withCache(
                        now.cache().on()
                                ? new CacheOptions(
                                        Path.of("cache"),
                                        now.cache().bytes(),
                                        !now.cache().privateUse())
                                : null);
    }

    @Override
    public String patternProblem(String pattern) {
        return pattern.contains("(") && !pattern.contains(")") ? "missing closing )" : null;
    }

    @Override
    public void quit() {
        calls.add("quit");
    }

    @Override
    public Optional<Path> fileToOpen() {
        return answer;
    }

    @Override
    public Optional<Path> fileToWrite(String name, String kind, String ending) {
        return answer;
    }

    @Override
    public Optional<String> password(String why) {
        calls.add(why);
        return Optional.empty();
    }

    @Override
    public boolean confirm(String question, String consequence, String verb) {
        calls.add(question);
        return confirmed;
    }

    /** Says what it was given. */
    static final class FakeDetail implements DetailPane {
        final List<Long> shown = new ArrayList<>();
        boolean focused;
        String place = "";
        private final Label label = new Label("Select a row to see its hops.");
        private final StackPane node = new StackPane(label);

        @Override
        public Parent node() {
            return node;
        }

        @Override
        public void use(Session session) {}

        @Override
        public void setFocused(boolean on) {
            focused = on;
        }

        @Override
        public void place(int position, int rows) {
            place = position + " of " + rows;
        }

        @Override
        public void show(List<ExchangeRow> selected) {
            shown.clear();
            selected.forEach(row -> shown.add(row.id()));
            label.setText(selected.isEmpty() ? "Select a row to see its hops." : "Detail of " + shown);
        }
    }

    private static final class FakeAuthority implements Authority {
        @Override
        public X509Certificate certificate() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String fingerprint() {
            return "4F:A1:09:22:7C:4F:A1:09:22:7C:4F:A1:09:22:7C:4F:A1:09:22:7C:4F:A1:09:22:7C:4F:A1:09:22:7C:22:7C";
        }

        @Override
        public Path pemFile() {
            return dev.hopscope.settings.ConfigFolder.home()
                    .resolve(".hopscope")
                    .resolve("hopscope-ca-cert.pem");
        }

        @Override
        public Path derFile() {
            return Path.of("hopscope-ca-cert.cer");
        }

        @Override
        public Path p12File() {
            return Path.of("hopscope-ca-cert.p12");
        }
    }
}
