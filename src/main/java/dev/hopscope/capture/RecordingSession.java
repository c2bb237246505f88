package dev.hopscope.capture;

import dev.hopscope.proxy.BodySink;
import dev.hopscope.proxy.ExchangeSink;
import java.io.IOException;

/** A session that is being recorded: a session and the two sinks the engine fills it by. Any thread. */
public interface RecordingSession extends Session {
    Recorder recorder();

    default ExchangeSink exchangeSink() {
        return recorder();
    }

    default BodySink bodySink() {
        return recorder();
    }

    /** Exchanges that passed unrecorded since the session began, because its file could not be written. */
    @Override
    long unrecorded();

    /**
     * Waits until all that was accepted before this call is on disk.
     *
     * @throws IOException where it cannot be written now; it is kept and tried again
     */
    void flush() throws IOException;
}
