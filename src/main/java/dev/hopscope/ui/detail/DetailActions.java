package dev.hopscope.ui.detail;

import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.ExchangeId;
import java.nio.file.Path;
import java.util.Optional;

/** What the pane asks of the rest of the window. Called on the FX thread; implemented where the program is wired. */
public interface DetailActions {
    /** Shows how to install the CA. */
    void showCaInstructions();

    /** Adds a host to those whose tunnels are not opened, from the next connection on. */
    void tunnelHost(Endpoint target);

    /**
     * Accepts an origin certificate until the program ends.
     *
     * @param sha256 fingerprint of the leaf, upper-case hex pairs with colons
     */
    void trust(String sha256);

    /** Gives the pane the whole window, or gives it back its place. */
    void focusView(boolean on);

    /** Selects the row of this exchange, also where a filter hides it. */
    void show(ExchangeId id);

    /** Selects another row, by so many down. */
    void step(int rows);

    /** Compares the exchange shown with the last before it that asked the same URL by the same method. */
    void compareWithPrevious();

    /** Compares the replay shown with what it repeats. */
    void compareWithOriginal();

    /** Lets the user choose a file to write; empty where they do not. */
    Optional<Path> chooseFile(String suggestedName);
}
