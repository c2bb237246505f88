package dev.hopscope.ui.editor;

import dev.hopscope.exchange.ExchangeId;
import javafx.scene.Parent;

/** What shows an exchange beside the draft, as the editor sees it. FX thread. */
public interface ResponsePlace {
    Parent node();

    /** Shows an exchange of the session shown, and follows it while it is under way. */
    void show(ExchangeId id);

    void showNothing();
}
