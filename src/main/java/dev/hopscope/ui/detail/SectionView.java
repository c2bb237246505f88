package dev.hopscope.ui.detail;

import javafx.scene.Node;

/** The content of a tab. FX thread. */
public interface SectionView {
    Node node();

    void show(ExchangeReport report);

    /** Whether the tab is in front now: heavy content waits for it. */
    default void setInFront(boolean inFront) {}
}
