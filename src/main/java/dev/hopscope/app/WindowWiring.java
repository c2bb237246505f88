package dev.hopscope.app;

import dev.hopscope.capture.sqlite.SessionShelf;
import dev.hopscope.cli.CommandFailure;
import dev.hopscope.cli.ExitStatus;
import dev.hopscope.cli.RunRequest;
import dev.hopscope.cli.StopSignal;
import dev.hopscope.proxy.ProxyOptions;
import dev.hopscope.proxy.server.NettyProxyServer;
import dev.hopscope.proxy.server.Transport;
import dev.hopscope.proxy.tls.CertificateAuthority;
import dev.hopscope.proxy.tls.MintedLeaves;
import dev.hopscope.settings.CurrentSettings;
import dev.hopscope.settings.SettingsFile;
import dev.hopscope.ui.detail.DetailModel;
import dev.hopscope.ui.detail.DetailView;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Theme;
import dev.hopscope.ui.kit.Tone;
import dev.hopscope.ui.shell.MainWindow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Puts the program with a window together: the window first, then authority, session and port as they come. The calling thread waits for the end. Wires only. */
final class WindowWiring {
    private WindowWiring() {}

    /** @param opened a session to look at, without listening; null to listen and record */
    static int show(RunRequest request, @Nullable Path opened) {
        ErrorLog errors = ErrorLog.install(request.folder().path());
        Task<CertificateAuthority> authority = Task.start(
                "authority",
                () -> CertificateAuthority.open(request.folder().create().path()));
        Task<MintedLeaves> leaves = Task.start("leaves", () -> new MintedLeaves(authority.await()));
        Task<Transport> transport = Task.start("transport", Transport::best);
        SettingsFile file = new SettingsFile(request.folder().settings());
        SettingsFile.Read read = file.read();
        CurrentSettings settings = new CurrentSettings(file, read.settings(), request.options());
        String badPattern = CheckedPatterns.problem(settings.get());
        ProxyOptions options = OptionsOf.settings(settings.get(), request.folder(), request.insecure());

        AuthorityInForce inForce = new AuthorityInForce(request.folder().path(), authority.future(), leaves.future());
        LiveSinks sinks = new LiveSinks();
        Engine engine = Wiring.engine(
                badPattern == null
                        ? options
                        : options.withHosts(List.of(), List.of()).withIntercept(false),
                sinks,
                sinks,
                inForce,
                result(transport));

        NettyProxyServer proxy = engine.server();

        CompletableFuture<MainWindow> shown = new CompletableFuture<>();
        proxy.onCacheProblem(problem -> shown.thenAccept(window -> tell(window, Tone.BAD, "app.cache.off", problem)));
        CompletableFuture<Void> closed = new CompletableFuture<>();
        Sessions sessions = new Sessions(
                request.folder(),
                settings,
                sinks,
                proxy,
                session -> shown.join().showSession(session));
        startToolkit(
                () -> {
                    Stage stage = new Stage();
                    Background background = new Background();
                    WindowActions actions =
                            new WindowActions(stage, proxy, settings, sessions, request.folder(), request.insecure());
                    DetailModel detail = new DetailModel(background);
                    MainWindow window = new MainWindow(
                            stage,
                            new Theme(),
                            proxy,
                            authority.future(),
                            settings,
                            actions,
                            background,
                            new DetailOf(detail, DetailView.load(detail, actions, background)),
                            null);
                    actions.serve(window);
                    errors.onError(told -> tell(window, told));
                    EnvironmentOf environment =
                            new EnvironmentOf(stage, proxy, authority.future(), inForce, background, window);
                    window.setEnvironment(environment);
                    window.setEditor(() -> new EditorOf(
                            stage, proxy, background, window, request.folder().path(), actions));
                    window.setFirstSteps(new FirstStepsOf(proxy, inForce, request.folder(), window, environment));
                    window.setAbout(new AboutOf(request.folder().path(), errors.file()));
                    stage.setOnHidden(e -> {
                        window.close();
                        closed.complete(null);
                    });
                    StopSignal.install(() -> Platform.runLater(stage::close));
                    window.show();
                    shown.complete(window);
                },
                shown);

        MainWindow window = shown.join();
        tell(window, Tone.WARNING, "app.settings.damaged", read.problem());
        tell(window, Tone.BAD, "app.patterns.bad", badPattern);
        Task.start("start", () -> {
            boolean begun = begin(sessions, window, request, opened);
            SessionShelf shelf = new SessionShelf(request.folder().sessions());
            tell(
                    window,
                    Tone.NOTE,
                    "app.removed",
                    Shelf.tidy(shelf, settings.get().recording()));
            return begun;
        });
        closed.join();
        engine.close();
        sessions.close();
        Platform.exit();
        return ExitStatus.OK;
    }

    private static boolean begin(Sessions sessions, MainWindow window, RunRequest request, @Nullable Path opened) {
        try {
            if (opened == null) {
                sessions.record(request.session());
            } else {
                sessions.open(opened);
            }
            return true;
        } catch (IOException e) {
            tell(window, Tone.BAD, opened == null ? "app.session.failed" : "session.open.failed", e.getMessage());
            return false;
        }
    }

    private static Transport result(Task<Transport> transport) {
        try {
            return transport.await();
        } catch (IOException e) {
            throw CommandFailure.failure("The network of this system cannot be used: " + e.getMessage());
        }
    }

    private static void startToolkit(Runnable build, CompletableFuture<MainWindow> shown) {
        try {
            Platform.startup(() -> {
                try {
                    Platform.setImplicitExit(false);
                    build.run();
                } catch (RuntimeException | Error e) {
                    shown.completeExceptionally(e);
                }
            });
        } catch (UnsupportedOperationException | LinkageError e) {
            throw CommandFailure.failure(
                    "The window cannot be shown here (" + e.getMessage() + "). 'hopscope record' needs no display.");
        }
    }

    private static void tell(MainWindow window, ErrorLog.Told told) {
        String words = Messages.text("app.error." + told.place());
        window.tellToCopy(
                Tone.WARNING,
                words,
                Messages.text("app.error.details", told.file()),
                told.file().toString());
    }

    private static void tell(MainWindow window, Tone tone, String headlineKey, @Nullable String more) {
        if (more != null) {
            window.tell(tone, Messages.text(headlineKey), more);
        }
    }
}
