package dev.hopscope.ui.shell;

import java.io.IOException;
import java.nio.file.Path;

/** What the window says of the program around it. Any thread, but for what blocks. */
public interface AboutProgram {
    String version();

    /** Settings, authority and sessions. */
    Path folder();

    /** Where unexpected errors are written; there is none before the first. */
    Path errorLog();

    /**
     * Shows {@link #folder} in the program of this system for files. Blocks.
     *
     * @throws IOException where the system has no such program
     */
    void openFolder() throws IOException;
}
