package dev.hopscope.app;

import dev.hopscope.capture.RecordingOptions;
import dev.hopscope.capture.RecordingSession;
import dev.hopscope.capture.Session;
import dev.hopscope.capture.sqlite.SessionFiles;
import dev.hopscope.capture.sqlite.SessionShelf;
import dev.hopscope.inspect.cache.PackedMarks;
import dev.hopscope.proxy.ProxyServer;
import dev.hopscope.proxy.ProxyState;
import dev.hopscope.settings.ConfigFolder;
import dev.hopscope.settings.CurrentSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Which session is recorded and which is shown, in the window. Any thread but the FX thread, one at a time; blocks. Draws nothing. */
final class Sessions implements AutoCloseable {
    private final ConfigFolder folder;
    private final CurrentSettings settings;
    private final LiveSinks sinks;
    private final ProxyServer proxy;
    private final Consumer<Session> show;
    private @Nullable RecordingSession live;
    private @Nullable Session opened;

    /** @param show takes the session to be shown from now on; the one before may be closed afterwards */
    Sessions(
            ConfigFolder folder, CurrentSettings settings, LiveSinks sinks, ProxyServer proxy, Consumer<Session> show) {
        this.folder = folder;
        this.settings = settings;
        this.sinks = sinks;
        this.proxy = proxy;
        this.show = show;
    }

    /**
     * Records into a file from now on. Where the proxy listens it stops and starts again at the same port: ids of exchanges and connections are a session's own.
     *
     * @param file null for a new dated one
     */
    synchronized void record(@Nullable Path file) throws IOException {
        long maxBody = settings.get().recording().maxBodyBytes();
        Path target = file == null
                ? new SessionShelf(folder.create().sessions()).newFile(LocalDateTime.now(ZoneId.systemDefault()))
                : file;
        RecordingSession next = SessionFiles.record(
                target,
                RecordingOptions.DEFAULT
                        .withMaxBody(maxBody)
                        .withMarking(PackedMarks::bits)
                        .withLoadExisting(true));
        RecordingSession before = live;
        if (proxy.state() instanceof ProxyState.Listening on) {
            proxy.stop();
            proxy.apply(proxy.options()
                    .withListen(proxy.options().listenHost(), on.address().port()));
        }
        sinks.use(next);
        live = next;
        proxy.start();
        show.accept(next);
        closeOpened();
        if (before != null) {
            before.close();
        }
    }

    /** Shows a session of the past; the live one goes on. */
    synchronized void open(Path file) throws IOException {
        if (live != null && live.file().toAbsolutePath().equals(file.toAbsolutePath())) {
            backToLive();
            return;
        }
        Session next = SessionFiles.open(file, PackedMarks::bits);
        show.accept(next);
        closeOpened();
        opened = next;
    }

    /** Shows the live session, begun now where there is none yet. */
    synchronized void backToLive() throws IOException {
        if (live == null) {
            record(null);
            return;
        }
        show.accept(live);
        closeOpened();
    }

    private void closeOpened() {
        if (opened != null) {
            opened.close();
            opened = null;
        }
    }

    /** Closes what is open, when all is written; the proxy must have stopped. */
    @Override
    public synchronized void close() {
        closeOpened();
        if (live != null) {
            live.close();
            live = null;
        }
    }
}
