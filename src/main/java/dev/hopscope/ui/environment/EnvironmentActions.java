package dev.hopscope.ui.environment;

import java.nio.file.Path;
import java.util.Optional;

/** What the pane asks of the program around it. FX thread. */
public interface EnvironmentActions {
    /** Puts text on the clipboard. */
    void copy(String text);

    /** Asks for a file to write, which may be there already and is then merged into. */
    Optional<Path> fileToMerge(String name);

    /** Asks for a file to write; one that is there is replaced. */
    Optional<Path> fileToWrite(String name);

    /** Asks for a file that is there. */
    Optional<Path> fileToUndo(String name);

    /** Back to the rows. */
    void leaveEnvironment();
}
