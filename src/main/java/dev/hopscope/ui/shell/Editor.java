package dev.hopscope.ui.shell;

import dev.hopscope.capture.Session;
import dev.hopscope.exchange.ExchangeId;
import java.util.function.Consumer;
import javafx.scene.Parent;

/** The editor of drafts, as the window sees it. FX thread. */
public interface Editor {
    Parent node();

    /** Sends through and reads from another session from now on. */
    void use(Session session);

    /** Looks again at whether anything can be sent: the proxy or the recording stands differently now. */
    void look();

    /**
     * Opens the draft of a row.
     *
     * @param opened is run when it is open
     * @param refused is told why there can be none, in words
     */
    void open(ExchangeId row, Runnable opened, Consumer<String> refused);

    /** Opens a blank draft, and runs {@code opened} when it is open. */
    void openBlank(Runnable opened);

    /** Called when it has come into the window. */
    void shown();

    /** Keeps what is not yet kept: the window closes. */
    void close();
}
