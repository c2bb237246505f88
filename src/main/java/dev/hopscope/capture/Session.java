package dev.hopscope.capture;

import dev.hopscope.exchange.Bodies;
import java.io.IOException;
import java.nio.file.Path;

/** One session: its file, its rows, its bodies. Any thread. */
public interface Session extends AutoCloseable {
    Path file();

    /** Opened to look at, not to record into. */
    boolean readOnly();

    ExchangeLog log();

    Bodies bodies();

    /** How recording stands now. */
    RecordingState state();

    /** Exchanges that passed unrecorded because nothing could be written. */
    default long unrecorded() {
        return 0;
    }

    /** What of the file could not be read so far, one sentence each; empty for a sound file. */
    default java.util.List<String> damage() {
        return java.util.List.of();
    }

    /** Octets of the session's files on disk. */
    long sizeOnDisk();

    /** Begins or pauses recording: while paused traffic passes and leaves no row. */
    void setRecording(boolean on);

    /** Removes all rows, finished and pending, from the log and the file. Blocks; not for the FX thread. */
    void clear() throws IOException;

    /** Removes these rows. Blocks; not for the FX thread. */
    void remove(java.util.Collection<dev.hopscope.exchange.ExchangeId> ids) throws IOException;

    /** Writes a consistent copy; recording goes on in the file it has. Blocks; not for the FX thread. */
    void saveCopy(Path target) throws IOException;

    /**
     * Finds exchanges whose heads (start lines, field lines, target, host) contain a text, ignoring case.
     *
     * @param hits is given ids in increasing order, in batches, on the calling thread
     * @param progress is asked after each batch with the share done, 0 to 1; answers whether to go on
     */
    void search(String text, java.util.function.Consumer<long[]> hits, java.util.function.DoublePredicate progress)
            throws IOException;

    /** Waits until all that was accepted is on disk, then closes. */
    @Override
    void close();
}
