package dev.hopscope.ui.shell;

import java.io.IOException;
import java.util.List;

/**
 * What the guide asks of the program around the window. Those that say so block and are called on a thread of the window's background; the others on the FX
 * thread.
 */
public interface FirstSteps {
    /**
     * A browser that can be opened with a profile of its own.
     *
     * @param id stable: {@code chromium}
     */
    record BrowserChoice(String id, String name, boolean installed) {}

    /** How far the sample traffic is; any thread. */
    @FunctionalInterface
    interface Progress {
        /** @return false to stop */
        boolean sent(int done, int of);
    }

    /** Those that are installed, and the usual ones that are not. Blocks. */
    List<BrowserChoice> browsers();

    /**
     * Opens a browser at the playground. Blocks.
     *
     * @return what the user should know of it, in words; empty for nothing
     * @throws IOException where it cannot be started; its message says how to do so by hand
     */
    String openBrowser(String id) throws IOException;

    /**
     * Sends requests of every kind through the proxy to the playground. Blocks.
     *
     * @return how many
     */
    int sendSamples(Progress progress) throws IOException;

    /** How many requests {@link #sendSamples} sends. */
    int samples();

    /** The name of this system's usual shell: {@code bash}. */
    String shell();

    /**
     * The lines that set up {@link #shell}, and while TLS is opened make its programs trust what is opened; the files they name are written anew. Blocks.
     *
     * @throws IOException where the files cannot be written
     */
    String shellLines() throws IOException;

    /** How many targets the pane Environment has. */
    int targets();

    /** Shows the pane Environment, on the shell of this system. */
    void showEnvironment();
}
