package dev.hopscope.ui.editor;

import dev.hopscope.exchange.ExchangeId;
import java.nio.file.Path;
import java.util.Optional;

/** What the editor asks of the program around it. FX thread. */
public interface EditorActions {
    /** Back to the rows. */
    void leaveEditor();

    /** Back to the rows, at one of them. */
    void showRow(ExchangeId row);

    /** Shows two exchanges side by side, the first at the left. */
    void compare(ExchangeId first, ExchangeId second);

    /** Does what takes a hindrance away. */
    void remove(Hindrance hindrance);

    /** Asks for a file that is there. */
    Optional<Path> fileToSend();
}
