package dev.hopscope.ui.detail;

import dev.hopscope.ui.diff.HopsPane;
import javafx.scene.Node;

/** The hops of the exchange shown, drawn while the tab is in front. FX thread. */
final class HopsView implements SectionView {
    private final HopsPane pane = new HopsPane();

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void show(ExchangeReport report) {
        pane.show(report.hops());
    }

    @Override
    public String badge(ExchangeReport report) {
        return report.hops().badge();
    }

    @Override
    public void explain() {
        pane.explainLine();
    }

    @Override
    public void nextChange(int step) {
        pane.go(step);
    }
}
