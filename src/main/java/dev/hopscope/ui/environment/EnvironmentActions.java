package dev.hopscope.ui.environment;

import dev.hopscope.proxy.Authority;
import dev.hopscope.proxy.AuthorityChanges;
import dev.hopscope.ui.kit.Memory;
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

    /** Asks for a file to read. */
    Optional<Path> fileToRead(String title);

    /** Asks for a password; empty where none is given. */
    Optional<String> password(String why);

    /** Whether to do what cannot be undone by a button. */
    boolean confirm(String question, String consequence, String verb);

    /** What puts another authority in the place of the one in force; not to be called on the FX thread. */
    AuthorityChanges authorities();

    /** Another authority is in force. */
    void authorityChanged(Authority authority);

    /** Keeps what is ticked and typed from one run to the next. */
    Memory memory();

    /** Back to the rows. */
    void leaveEnvironment();
}
