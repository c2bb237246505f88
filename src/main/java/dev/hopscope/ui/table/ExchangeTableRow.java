package dev.hopscope.ui.table;

import dev.hopscope.capture.ExchangeRow;
import java.time.ZoneId;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.TableRow;

/** A row on the screen; says its exchange in one sentence when asked. FX thread. */
final class ExchangeTableRow extends TableRow<ExchangeRow> {
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute == AccessibleAttribute.TEXT && getItem() != null) {
            return RowText.sentence(getItem(), ZoneId.systemDefault());
        }
        return super.queryAccessibleAttribute(attribute, parameters);
    }

    /** Takes the row that is now at its place. */
    void refresh() {
        if (getIndex() >= 0 && getIndex() < getTableView().getItems().size()) {
            updateIndex(getIndex());
        }
    }

    /** Shows time passing in the cells of a pending row. */
    void tick(long nowMicros) {
        ExchangeRow row = getItem();
        if (row == null || row.state() != ExchangeRow.State.PENDING) {
            return;
        }
        for (Node child : getChildrenUnmodifiable()) {
            if (child instanceof RowCell cell) {
                cell.tick(row, nowMicros);
            }
        }
    }
}
