package dev.hopscope.ui.shell;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.capture.RecordingState;
import dev.hopscope.capture.Session;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.proxy.ProxyOptions;
import dev.hopscope.proxy.ProxyServer;
import dev.hopscope.proxy.ProxyState;
import dev.hopscope.settings.CurrentSettings;
import dev.hopscope.settings.Settings;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Figures;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Tone;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;

/**
 * What the user can do, each once, whether from a button, a menu or a key. FX thread; what may block runs in the background and tells of its failure as a notice.
 * Draws nothing.
 */
final class ShellCommands {
    private static final System.Logger LOG = System.getLogger(ShellCommands.class.getName());

    /** Work that blocks. */
    @FunctionalInterface
    interface Blocking {
        void run() throws IOException;
    }

    private final ShellModel model;
    private final ProxyServer proxy;
    private final CurrentSettings settings;
    private final ShellActions actions;
    private final Questions questions;
    private final Background background;

    ShellCommands(
            ShellModel model,
            ProxyServer proxy,
            CurrentSettings settings,
            ShellActions actions,
            Questions questions,
            Background background) {
        this.model = model;
        this.proxy = proxy;
        this.settings = settings;
        this.actions = actions;
        this.questions = questions;
        this.background = background;
    }

    Settings settings() {
        return settings.get();
    }

    ShellActions actions() {
        return actions;
    }

    void setRecording(boolean on) {
        Session session = model.sessionProperty().get();
        if (session != null && !session.readOnly()) {
            session.setRecording(on);
            model.recordingProperty().set(session.state());
        }
    }

    void toggleRecording() {
        setRecording(model.recordingProperty().get() instanceof RecordingState.Paused);
    }

    void setOpenTls(boolean on) {
        proxy.apply(proxy.options().withIntercept(on));
        model.interceptProperty().set(on);
        update(s -> s.withInterception(i -> i.withOn(on)));
    }

    void setCache(boolean on) {
        Settings wanted = settings.get().withCache(c -> c.withOn(on));
        proxy.apply(proxy.options().withCache(on ? actions.options(wanted).cache() : null));
        model.cacheProperty().set(on);
        update(s -> s.withCache(c -> c.withOn(on)));
    }

    /** Changes settings and writes them. */
    void update(UnaryOperator<Settings> change) {
        inBackground("settings.failed", () -> settings.update(change));
    }

    /**
     * Takes new settings of the proxy. Where it is to listen elsewhere it does so first; where it cannot, all stays as it was and nothing is stored.
     *
     * @param refused why the new address cannot be used
     * @param done after all is in force
     */
    void apply(UnaryOperator<Settings> change, Consumer<ProxyState.Failed> refused, Runnable done) {
        Settings.Proxy before = settings.get().proxy();
        Settings.Proxy after = change.apply(settings.get()).proxy();
        boolean moves = !before.host().equals(after.host()) || before.port() != after.port();
        background.<ProxyState.@Nullable Failed>run(
                () -> {
                    if (moves && proxy.move(after.host(), after.port()) instanceof ProxyState.Failed failed) {
                        return failed;
                    }
                    store(change);
                    return null;
                },
                failed -> {
                    if (failed != null) {
                        refused.accept(failed);
                    } else {
                        take(settings.get());
                        done.run();
                    }
                },
                e -> fail("proxy.failed", e));
    }

    private void store(UnaryOperator<Settings> change) {
        try {
            settings.update(change);
        } catch (IOException e) {
            background.screen().execute(() -> fail("settings.failed", e));
        }
    }

    /** All but the address, which has been taken before. */
    private void take(Settings now) {
        ProxyOptions as = proxy.options();
        ProxyOptions after = actions.options(now).withListen(as.listenHost(), as.listenPort());
        proxy.apply(after);
        model.interceptProperty().set(after.intercept());
        model.cacheProperty().set(after.cache() != null);
    }

    /** Listens on another port, and remembers it. */
    void usePort(int port) {
        apply(s -> s.withProxy(p -> p.withAddress(p.host(), port)), this::tell, () -> {});
    }

    /** Listens on this machine only, and remembers it. */
    void listenHereOnly() {
        apply(s -> s.withProxy(p -> p.withAddress("127.0.0.1", p.port())), this::tell, () -> {});
    }

    private void tell(ProxyState.Failed refused) {
        model.notices().add(new Notice(Tone.BAD, Messages.text("proxy.failed"), refused.message()));
    }

    /** Stops listening where it does, and begins again. */
    void listenAgain() {
        inBackground("proxy.failed", () -> {
            proxy.stop();
            proxy.start();
        });
    }

    void clearAll(int rows) {
        Session session = model.sessionProperty().get();
        if (session == null || session.readOnly() || rows == 0) {
            return;
        }
        if (questions.confirmLoss(
                Messages.text("clear.question", Figures.count(rows)),
                Messages.text("clear.consequence"),
                Messages.text("clear.verb"))) {
            inBackground("clear.failed", session::clear);
        }
    }

    void remove(List<ExchangeId> ids) {
        Session session = model.sessionProperty().get();
        if (session != null && !session.readOnly() && !ids.isEmpty()) {
            inBackground("remove.failed", () -> session.remove(ids));
        }
    }

    void newSession() {
        inBackground("session.new.failed", () -> actions.newSession(null));
    }

    void recordElsewhere() {
        questions
                .fileToWrite(Messages.text("file.name"), Messages.text("file.kind.session"), ".hops")
                .ifPresent(file -> inBackground("session.new.failed", () -> actions.newSession(file)));
    }

    void open() {
        questions.fileToOpen().ifPresent(this::open);
    }

    void open(Path file) {
        background.run(
                () -> {
                    actions.open(file);
                    return file.toAbsolutePath().toString();
                },
                path -> update(s -> s.withWindow(w -> w.withRecentFile(path))),
                e -> {
                    fail("session.open.failed", e);
                    update(s -> s.withWindow(
                            w -> w.withoutRecentFile(file.toAbsolutePath().toString())));
                });
    }

    void backToLive() {
        inBackground("session.open.failed", actions::backToLive);
    }

    void saveCopy() {
        Session session = model.sessionProperty().get();
        if (session != null) {
            questions
                    .fileToWrite(session.file().getFileName().toString(), Messages.text("file.kind.session"), ".hops")
                    .ifPresent(file -> inBackground("session.save.failed", () -> {
                        session.saveCopy(file);
                        settings.update(s -> s.withWindow(
                                w -> w.withRecentFile(file.toAbsolutePath().toString())));
                    }));
        }
    }

    void exportHar() {
        Session session = model.sessionProperty().get();
        if (session != null) {
            String name = session.file().getFileName().toString().replaceFirst("\\.hops$", "") + ".har";
            questions
                    .fileToWrite(name, Messages.text("file.kind.har"), ".har")
                    .ifPresent(file -> inBackground("session.export.failed", () -> actions.exportHar(session, file)));
        }
    }

    void quit() {
        actions.quit();
    }

    void copyAddress() {
        copy(model.address());
    }

    /** The URL of a row, whole even where the row has only its beginning. */
    void copyUrl(ExchangeRow row) {
        Session session = model.sessionProperty().get();
        if (!row.pathCut() || session == null) {
            copy(url(row, row.path()));
            return;
        }
        background.run(
                () -> session.log().find(new ExchangeId(row.id())).orElse(null),
                found -> copy(url(row, found instanceof HttpExchange x ? path(x, row) : row.path())),
                e -> fail("copy.failed", e));
    }

    private static String path(HttpExchange exchange, ExchangeRow row) {
        if (exchange.heads().requestReceived() == null) {
            return row.path();
        }
        String target = exchange.heads().requestReceived().target();
        int scheme = target.indexOf("://");
        int slash = scheme < 0 ? 0 : target.indexOf('/', scheme + 3);
        return slash < 0 ? "/" : target.substring(slash);
    }

    static String url(ExchangeRow row, String path) {
        String host = row.host().indexOf(':') >= 0 ? "[" + row.host() + "]" : row.host();
        if (row.kind() != ExchangeRow.Kind.HTTP) {
            return host + ":" + row.port();
        }
        boolean usual = row.port() == (row.scheme().equals("https") ? 443 : 80);
        return row.scheme() + "://" + host + (usual ? "" : ":" + row.port()) + path;
    }

    static void copy(String text) {
        if (!text.isEmpty()) {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    /** Does what blocks; a failure is told in the words of a key. */
    void inBackground(String failureKey, Blocking work) {
        background.<@Nullable Void>run(
                () -> {
                    work.run();
                    return null;
                },
                done -> {},
                e -> fail(failureKey, e));
    }

    /** Tells of a failure of ours, in the words of a key and those of its cause. */
    void fail(String key, Exception failure) {
        if (failure instanceof RuntimeException) {
            LOG.log(System.Logger.Level.WARNING, "a command of the window failed", failure);
        }
        String words = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        model.notices().add(new Notice(Tone.BAD, Messages.text(key), words));
    }
}
