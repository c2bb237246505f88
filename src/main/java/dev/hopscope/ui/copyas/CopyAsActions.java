package dev.hopscope.ui.copyas;

import java.nio.file.Path;
import java.util.Optional;

/** What the pane asks of the program around it. FX thread. */
public interface CopyAsActions {
    /** Puts text on the clipboard. */
    void copy(String text);

    /**
     * Asks for a file to write.
     *
     * @param name suggested
     * @param kind what it is, as the chooser names it
     * @param ending with its dot
     */
    Optional<Path> fileToWrite(String name, String kind, String ending);
}
