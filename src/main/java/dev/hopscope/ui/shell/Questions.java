package dev.hopscope.ui.shell;

import java.nio.file.Path;
import java.util.Optional;

/** What only the user can say. FX thread; waits for the answer. Apart from the window, since a screen without a display has no file chooser. */
public interface Questions {
    Optional<Path> fileToOpen();

    /**
     * @param name suggested
     * @param kind what it is, as the chooser names it
     * @param ending with its dot
     */
    Optional<Path> fileToWrite(String name, String kind, String ending);

    /** A password; empty where none is given. */
    Optional<String> password(String why);

    /** Whether to do what cannot be undone. */
    boolean confirm(String question, String consequence, String verb);

    /** The same of something that is lost then. */
    default boolean confirmLoss(String question, String consequence, String verb) {
        return confirm(question, consequence, verb);
    }
}
