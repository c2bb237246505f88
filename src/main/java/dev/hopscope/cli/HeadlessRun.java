package dev.hopscope.cli;

import dev.hopscope.capture.Session;
import dev.hopscope.proxy.ProxyState;
import java.io.IOException;
import java.util.List;

/** A proxy that runs and records. Any thread. */
public interface HeadlessRun extends AutoCloseable {
    /** {@link ProxyState.Listening} or {@link ProxyState.Failed}. */
    ProxyState state();

    Session session();

    /**
     * Whether all that the proxy needs besides its port is there; it listens before that.
     *
     * @throws IOException where it cannot be had (our authority), in words
     */
    boolean complete() throws IOException;

    /** What the user should know, each once: settings that could not be read, sessions that were removed. */
    List<String> notices();

    /** Stops accepting, ends connections, and waits until everything is written. */
    @Override
    void close();
}
