package dev.hopscope.ui.detail;

import dev.hopscope.ui.cache.AcrossModel;
import dev.hopscope.ui.cache.CachePane;
import javafx.scene.Node;

/** The caches of the exchange shown, and what the rows of its URL tell. FX thread. */
final class CacheView implements SectionView {
    private final CachePane pane;
    private final AcrossModel across;

    CacheView(DetailSection.Context context) {
        across = context.model().across();
        pane = new CachePane(across, context.actions()::show);
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void show(ExchangeReport report) {
        pane.show(report.cache());
    }

    @Override
    public void setInFront(boolean inFront) {
        across.setWanted(inFront);
    }
}
