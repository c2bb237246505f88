package dev.hopscope.ui.body;

import java.util.function.IntConsumer;

/** A drawing in which one can find text. Screen thread. Does not know who asks. */
interface Findable {
    /** Finds are counted up to this many. */
    int MAX_FINDS = 10_000;

    /**
     * Looks for a text, ignoring case, in the background.
     *
     * @param wanted empty for nothing
     * @param found is told how many there are, unless something else was looked for meanwhile
     */
    void find(String wanted, IntConsumer found);

    /** Brings one of those found into view, and selects it. */
    void showFind(int index);
}
