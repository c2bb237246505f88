package dev.hopscope.ui.table;

import dev.hopscope.capture.ExchangeRow;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableViewSkin;
import javafx.scene.control.skin.VirtualFlow;

/**
 * The table view's own skin, but for a frame in which rows only changed what they say: then the flow leaves its rows where they are, instead of taking all away,
 * styling them anew and putting them back. FX thread.
 */
final class ExchangeTableSkin extends TableViewSkin<ExchangeRow> {
    ExchangeTableSkin(TableView<ExchangeRow> table) {
        super(table);
    }

    /** Runs what makes rows say something else and changes nothing besides. */
    void changeContent(Runnable change) {
        StillFlow flow = (StillFlow) getVirtualFlow();
        flow.changing = true;
        try {
            change.run();
        } finally {
            flow.changing = false;
        }
    }

    @Override
    protected VirtualFlow<TableRow<ExchangeRow>> createVirtualFlow() {
        return new StillFlow();
    }

    /** Lays its rows out anew only where somebody else than a changing row asked for it. The rows themselves are laid out in any case. */
    private static final class StillFlow extends VirtualFlow<TableRow<ExchangeRow>> {
        private boolean changing;
        private boolean asked;
        private double width;
        private double height;
        private int count;

        @Override
        public void requestLayout() {
            asked |= !changing;
            super.requestLayout();
        }

        @Override
        protected void layoutChildren() {
            if (!asked && width == getWidth() && height == getHeight() && count == getCellCount()) {
                return;
            }
            width = getWidth();
            height = getHeight();
            count = getCellCount();
            asked = false;
            super.layoutChildren();
        }
    }
}
