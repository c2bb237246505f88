package dev.hopscope.ui.detail;

import dev.hopscope.inspect.warning.Warning;
import javafx.scene.Node;

/** The content of a tab. FX thread. */
public interface SectionView {
    Node node();

    void show(ExchangeReport report);

    /** Whether the tab is in front now: heavy content waits for it. */
    default void setInFront(boolean inFront) {}

    /** What stands beside the title of the tab; empty for nothing. */
    default String badge(ExchangeReport report) {
        return "";
    }

    /** Says what the line means that the keyboard is on; without effect where there are no lines. */
    default void explain() {}

    /** Goes to the line a warning is about; without effect where there is none. */
    default void go(Warning warning) {}

    /** Goes to the next change, or, below zero, the one before; without effect where there is none. */
    default void nextChange(int step) {}
}
