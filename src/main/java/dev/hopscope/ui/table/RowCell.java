package dev.hopscope.ui.table;

import dev.hopscope.capture.ExchangeRow;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;

/**
 * A cell that shows one side of a row. Made once for each place on the screen and filled again and again, so its nodes are made once too. FX thread.
 */
abstract class RowCell extends TableCell<ExchangeRow, ExchangeRow> {
    private PseudoClass state = NO_STATE;

    static final PseudoClass NO_STATE = PseudoClass.getPseudoClass("plain");

    RowCell(String... styles) {
        getStyleClass().addAll(styles);
    }

    @Override
    protected final void updateItem(ExchangeRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setText(null);
            clear();
        } else {
            show(row);
        }
    }

    abstract void show(ExchangeRow row);

    /** Takes away what is not text. */
    void clear() {}

    /** Shows time passing; only pending rows change. */
    void tick(ExchangeRow row, long nowMicros) {}

    /** Puts one state in place of another: styles are computed only when it differs. */
    final void state(PseudoClass next) {
        if (next != state) {
            pseudoClassStateChanged(state, false);
            pseudoClassStateChanged(next, true);
            state = next;
        }
    }

    static long now() {
        return System.currentTimeMillis() * 1000;
    }
}
