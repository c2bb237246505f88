package dev.hopscope.ui.shell;

import dev.hopscope.capture.Session;
import dev.hopscope.proxy.ProxyOptions;
import dev.hopscope.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the window asks of the program around it. The first four may block and are called on a thread of the window's background; they show their session by
 * {@link MainWindow#showSession}. The others are called on the FX thread.
 */
public interface ShellActions {
    /** Goes on recording in a new file: the given one, or a dated one. */
    void newSession(@Nullable Path file) throws IOException;

    /** Shows a session of the past, to look at. */
    void open(Path file) throws IOException;

    /** Shows the live session again and closes the one that was opened. */
    void backToLive() throws IOException;

    /** Writes all exchanges of a session as HAR. */
    void exportHar(Session session, Path target) throws IOException;

    /** How the proxy runs under these settings; what the command line asked for this run still holds. */
    ProxyOptions options(Settings settings);

    /** What is wrong with a host pattern, null if nothing. */
    @Nullable
    String patternProblem(String pattern);

    /** Ends the program. */
    void quit();
}
