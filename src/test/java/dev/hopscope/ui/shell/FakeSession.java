package dev.hopscope.ui.shell;

import dev.hopscope.capture.ExchangeLog;
import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.capture.RecordingState;
import dev.hopscope.capture.Session;
import dev.hopscope.exchange.Bodies;
import dev.hopscope.exchange.BodyRef;
import dev.hopscope.exchange.ExchangeId;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;

/** A session in memory whose state is set by the test. */
final class FakeSession implements Session {
    final FakeLog log = new FakeLog();
    private final Path file;
    private final boolean readOnly;
    volatile RecordingState state;
    /** Host whose heads hold every text. */
    volatile String headsOf = "";

    FakeSession(String file, boolean readOnly) {
        this.file = Path.of(file);
        this.readOnly = readOnly;
        state = readOnly ? new RecordingState.ReadOnly() : new RecordingState.Recording();
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public boolean readOnly() {
        return readOnly;
    }

    @Override
    public ExchangeLog log() {
        return log;
    }

    @Override
    public Bodies bodies() {
        return new Bodies() {
            @Override
            public SeekableByteChannel open(BodyRef body) throws IOException {
                throw new IOException("no bodies here");
            }
        };
    }

    @Override
    public RecordingState state() {
        return state;
    }

    @Override
    public long sizeOnDisk() {
        return 214_000_000;
    }

    @Override
    public void setRecording(boolean on) {
        state = on ? new RecordingState.Recording() : new RecordingState.Paused();
    }

    @Override
    public void clear() {
        log.clear();
    }

    @Override
    public void remove(Collection<ExchangeId> ids) {
        log.remove(ids);
    }

    @Override
    public void saveCopy(Path target) throws IOException {
        throw new IOException("The disk is full");
    }

    @Override
    public void search(String text, Consumer<long[]> hits, DoublePredicate progress) {
        hits.accept(log.rows().stream()
                .filter(row -> row.host().equals(headsOf))
                .mapToLong(ExchangeRow::id)
                .toArray());
        boolean unusedGoOn = progress.test(1);
    }

    @Override
    public void close() {}
}
