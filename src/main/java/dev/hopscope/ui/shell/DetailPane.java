package dev.hopscope.ui.shell;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.capture.Session;
import java.util.List;
import javafx.scene.Parent;

/** The pane for what is selected, as the window sees it. FX thread. */
public interface DetailPane {
    Parent node();

    /** Reads from another session from now on. */
    void use(Session session);

    /** Whether the pane has the whole window. */
    void setFocused(boolean on);

    /** Where the row shown stands among those of the table: 1 for the first; 0 where it is not among them. */
    void place(int position, int rows);

    /** Shows one row, or what several have in common, or nothing. */
    void show(List<ExchangeRow> selected);
}
