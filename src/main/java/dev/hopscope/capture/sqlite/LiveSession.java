package dev.hopscope.capture.sqlite;

import dev.hopscope.capture.ExchangeLog;
import dev.hopscope.capture.Recorder;
import dev.hopscope.capture.RecordingOptions;
import dev.hopscope.capture.RecordingSession;
import dev.hopscope.capture.RecordingState;
import dev.hopscope.capture.RowLog;
import dev.hopscope.exchange.Bodies;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeId;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;

/** A session being recorded into its file. Any thread. Reads by connections of its own, beside the writer's. */
final class LiveSession implements RecordingSession {
    private static final Logger LOG = System.getLogger(LiveSession.class.getName());

    private final WriterLock lock;
    private final SqliteStore store;
    private final Readers readers;
    private final RowLog log;
    private final Recorder recorder;
    private final @Nullable RowLoading loading;

    /**
     * @param lastExchange the highest id of an exchange that the file has
     * @param lastConnection the highest id of a connection that it has
     */
    LiveSession(
            Path file,
            WriterLock lock,
            SqliteStore store,
            RecordingOptions options,
            long lastExchange,
            long lastConnection) {
        this.lock = lock;
        this.store = store;
        readers = new Readers(file, () -> true);
        log = new RowLog(this::find);
        recorder = new Recorder(store, log, options, lastExchange, lastConnection);
        recorder.start();
        loading = options.loadExisting() && lastExchange > 0
                ? new RowLoading(readers, log, options.marking(), lastExchange, false)
                : null;
    }

    private Optional<Exchange> find(ExchangeId id) throws IOException {
        Optional<Exchange> live = recorder.live(id);
        return live.isPresent() ? live : readers.use(connection -> connection.find(id));
    }

    @Override
    public Recorder recorder() {
        return recorder;
    }

    @Override
    public long unrecorded() {
        return recorder.unrecorded();
    }

    @Override
    public void flush() throws IOException {
        recorder.flush();
    }

    @Override
    public Path file() {
        return readers.file();
    }

    @Override
    public boolean readOnly() {
        return false;
    }

    @Override
    public ExchangeLog log() {
        return log;
    }

    @Override
    public Bodies bodies() {
        return new StoredBodies(readers);
    }

    @Override
    public RecordingState state() {
        return recorder.state();
    }

    @Override
    public List<String> damage() {
        return readers.damage().findings();
    }

    @Override
    public long sizeOnDisk() {
        return SessionFiles.sizeOnDisk(readers.file());
    }

    @Override
    public void setRecording(boolean on) {
        recorder.setRecording(on);
    }

    @Override
    public void clear() throws IOException {
        stopLoading();
        recorder.clear();
    }

    @Override
    public void remove(Collection<ExchangeId> ids) throws IOException {
        recorder.remove(ids);
    }

    @Override
    public void saveCopy(Path target) throws IOException {
        recorder.flush();
        SessionCopy.write(readers, target);
    }

    @Override
    public void search(String text, Consumer<long[]> hits, DoublePredicate progress) throws IOException {
        new HeadSearch(text).run(readers, hits, progress);
    }

    private void stopLoading() throws IOException {
        if (loading != null) {
            loading.close();
            try {
                loading.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }

    /** For tests of a disk that is full. */
    SqliteStore store() {
        return store;
    }

    /** Waits until the rows of the file are in the log. */
    void awaitLoading() throws InterruptedException {
        if (loading != null) {
            loading.await();
        }
    }

    @Override
    public void close() {
        try {
            if (loading != null) {
                loading.close();
            }
            readers.close();
            recorder.close();
        } catch (IOException e) {
            LOG.log(Level.ERROR, "Not all was written: " + e.getMessage());
        } finally {
            release();
        }
    }

    private void release() {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The lock of " + readers.file() + " was not removed", e);
        }
    }
}
