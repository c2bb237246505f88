package dev.hopscope.capture.sqlite;

import dev.hopscope.capture.ExchangeLog;
import dev.hopscope.capture.RecordingState;
import dev.hopscope.capture.RowLog;
import dev.hopscope.capture.RowMarking;
import dev.hopscope.capture.Session;
import dev.hopscope.exchange.Bodies;
import dev.hopscope.exchange.ExchangeId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;

/** A session opened to look at. Any thread; its rows are loaded by a thread of its own. Changes nothing in the file. */
final class OpenedSession implements Session {
    private final Readers readers;
    private final RowLog log;
    private final RowLoading loading;

    OpenedSession(Path file, RowMarking marking) throws IOException {
        readers = new Readers(file, () -> SessionFiles.hasWriter(file));
        log = new RowLog(id -> readers.use(connection -> connection.find(id)));
        readers.use(connection -> true);
        loading = new RowLoading(readers, log, marking, Long.MAX_VALUE, true);
    }

    @Override
    public Path file() {
        return readers.file();
    }

    @Override
    public boolean readOnly() {
        return true;
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
        return new RecordingState.ReadOnly();
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
        throw new UnsupportedOperationException("a session opened to look at");
    }

    @Override
    public void clear() throws IOException {
        throw new IOException(readers.file() + " is open to look at only; nothing was removed");
    }

    @Override
    public void remove(Collection<ExchangeId> ids) throws IOException {
        clear();
    }

    @Override
    public void saveCopy(Path target) throws IOException {
        SessionCopy.write(readers, target);
    }

    @Override
    public void search(String text, Consumer<long[]> hits, DoublePredicate progress) throws IOException {
        new HeadSearch(text).run(readers, hits, progress);
    }

    /** Waits until the rows of the file are in the log. */
    void awaitLoading() throws InterruptedException {
        loading.await();
    }

    @Override
    public void close() {
        loading.close();
        readers.close();
    }
}
