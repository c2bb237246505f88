package dev.hopscope.app;

import dev.hopscope.capture.RecordingSession;
import dev.hopscope.capture.Session;
import dev.hopscope.capture.SessionReader;
import dev.hopscope.capture.sqlite.SessionFiles;
import dev.hopscope.cli.HarFile;
import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.proxy.ProxyOptions;
import dev.hopscope.proxy.ProxyServer;
import dev.hopscope.proxy.ProxyState;
import dev.hopscope.proxy.tls.HostPatterns;
import dev.hopscope.settings.ConfigFolder;
import dev.hopscope.settings.CurrentSettings;
import dev.hopscope.settings.Settings;
import dev.hopscope.ui.detail.DetailActions;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Tone;
import dev.hopscope.ui.shell.MainWindow;
import dev.hopscope.ui.shell.ShellActions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** What the screens ask of the program. Threads as each method's interface says. Decides nothing: it hands on. */
final class WindowActions implements ShellActions, DetailActions {
    private final Stage stage;
    private final ProxyServer proxy;
    private final CurrentSettings settings;
    private final Sessions sessions;
    private final ConfigFolder folder;
    private final boolean insecure;
    private @Nullable MainWindow window;

    WindowActions(
            Stage stage,
            ProxyServer proxy,
            CurrentSettings settings,
            Sessions sessions,
            ConfigFolder folder,
            boolean insecure) {
        this.stage = stage;
        this.proxy = proxy;
        this.settings = settings;
        this.sessions = sessions;
        this.folder = folder;
        this.insecure = insecure;
    }

    /** The window, made after this since it asks this. */
    void serve(MainWindow made) {
        window = made;
    }

    @Override
    public void newSession(@Nullable Path file) throws IOException {
        sessions.record(file);
    }

    @Override
    public void open(Path file) throws IOException {
        sessions.open(file);
    }

    @Override
    public void backToLive() throws IOException {
        sessions.backToLive();
    }

    @Override
    public void exportHar(Session session, Path target) throws IOException {
        if (session instanceof RecordingSession live) {
            live.flush();
        }
        try (SessionReader reader = SessionFiles.read(session.file())) {
            HarFile.write(reader, target);
        }
    }

    @Override
    public ProxyOptions options(Settings changed) {
        return OptionsOf.settings(changed, folder, insecure);
    }

    @Override
    public @Nullable String patternProblem(String pattern) {
        return HostPatterns.problem(pattern);
    }

    @Override
    public void quit() {
        stage.close();
    }

    @Override
    public void showCaInstructions() {
        if (proxy.state() instanceof ProxyState.Listening on) {
            String url = "http://" + on.address() + "/";
            if (!WebBrowser.open(url)) {
                tell(Tone.WARNING, "app.browser.failed", url);
            }
        }
    }

    @Override
    public void tunnelHost(Endpoint target) {
        String pattern = "^" + target.toString().replaceAll("[^A-Za-z0-9:_-]", "\\\\$0") + "$";
        Task.start("tunnel-host", () -> {
            try {
                settings.update(s -> s.withInterception(i -> i.withIgnoreHosts(with(i, pattern))));
            } catch (IOException e) {
                tell(Tone.BAD, "settings.failed", Objects.toString(e.getMessage(), ""));
            }
            proxy.apply(options(settings.get()));
            return pattern;
        });
    }

    private static List<String> with(Settings.Interception interception, String pattern) {
        return Stream.concat(interception.ignoreHosts().stream(), Stream.of(pattern))
                .distinct()
                .toList();
    }

    @Override
    public void focusView(boolean on) {
        if (window != null) {
            window.focusView(on);
        }
    }

    @Override
    public void show(ExchangeId id) {
        if (window != null) {
            window.select(id);
        }
    }

    @Override
    public void step(int rows) {
        if (window != null) {
            window.step(rows);
        }
    }

    @Override
    public void compareWithPrevious() {
        if (window != null) {
            window.compareWithPrevious();
        }
    }

    @Override
    public void compareWithOriginal() {
        if (window != null) {
            window.compareSelected();
        }
    }

    @Override
    public void trust(String sha256) {
        proxy.trustForThisRun(sha256);
    }

    @Override
    public Optional<Path> chooseFile(String suggestedName) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(suggestedName);
        return Optional.ofNullable(chooser.showSaveDialog(stage)).map(File::toPath);
    }

    private void tell(Tone tone, String headlineKey, String more) {
        if (window != null) {
            window.tell(tone, Messages.text(headlineKey), more);
        }
    }
}
