package dev.hopscope.ui.compare;

import dev.hopscope.inspect.compare.Fact;
import dev.hopscope.inspect.compare.Line;
import dev.hopscope.inspect.compare.Section;

/** A row of the comparison on the screen. Immutable, any thread. */
public sealed interface CompareRow {
    Section section();

    /** The head of a section; the others of it follow where it is open. */
    record Head(Section section, boolean open) implements CompareRow {}

    /** Which sides of a line a row shows. */
    enum Sides {
        BOTH,
        A,
        B
    }

    /**
     * A line, or one side of it.
     *
     * @param index among the lines of the section
     * @param change which of all changes it belongs to, 1 for the first; 0 where it is none
     */
    record Pair(Section section, int index, int change, Sides sides) implements CompareRow {
        Line line() {
            return section.lines().get(index);
        }
    }

    /**
     * Lines that do not differ and are not shown.
     *
     * @param from index of the first
     * @param to behind the last
     */
    record Gap(Section section, int from, int to) implements CompareRow {}

    /** What was left out or could not be done. */
    record Said(Section section, Fact fact) implements CompareRow {}

    /** Two images beside each other. */
    record Pictures(Section section, Section.Images images) implements CompareRow {}
}
