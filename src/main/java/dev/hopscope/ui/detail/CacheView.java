package dev.hopscope.ui.detail;

import dev.hopscope.ui.cache.CachePane;
import javafx.scene.Node;

/** The caches of the exchange shown. FX thread. */
final class CacheView implements SectionView {
    private final CachePane pane = new CachePane();

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void show(ExchangeReport report) {
        pane.show(report.cache());
    }
}
