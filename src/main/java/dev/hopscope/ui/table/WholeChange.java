package dev.hopscope.ui.table;

import dev.hopscope.capture.ExchangeRow;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** The whole list was put in place of another: one step, whatever its length. */
final class WholeChange extends ListChangeListener.Change<ExchangeRow> {
    private final List<ExchangeRow> removed;
    private boolean given;

    WholeChange(ObservableList<ExchangeRow> list, List<ExchangeRow> removed) {
        super(list);
        this.removed = removed;
    }

    @Override
    public boolean next() {
        boolean first = !given;
        given = true;
        return first;
    }

    @Override
    public void reset() {
        given = false;
    }

    @Override
    public int getFrom() {
        return 0;
    }

    @Override
    public int getTo() {
        return getList().size();
    }

    @Override
    public List<ExchangeRow> getRemoved() {
        return removed;
    }

    @Override
    protected int[] getPermutation() {
        return new int[0];
    }
}
