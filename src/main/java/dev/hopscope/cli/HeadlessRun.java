package dev.hopscope.cli;

import dev.hopscope.capture.Session;
import dev.hopscope.proxy.ProxyState;
import java.util.List;

/** A proxy that runs and records. Any thread. */
public interface HeadlessRun extends AutoCloseable {
    /** {@link ProxyState.Listening} or {@link ProxyState.Failed}. */
    ProxyState state();

    Session session();

    /** What the user should know of the start: settings that could not be read, sessions that were removed. */
    List<String> notices();

    /** Stops accepting, ends connections, and waits until everything is written. */
    @Override
    void close();
}
