package dev.hopscope.ui.compare;

import dev.hopscope.inspect.compare.BodyMode;
import dev.hopscope.inspect.compare.Comparison;
import dev.hopscope.inspect.compare.Fact;
import dev.hopscope.inspect.compare.Line;
import dev.hopscope.inspect.compare.Section;
import dev.hopscope.inspect.diff.DiffKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The rows of a comparison under one way of looking at it. Pure, any thread. Lines of heads are all shown; of bodies only those that differ, with three around each in
 * a text.
 *
 * @param changes how many changes have a row, when all sections are open
 */
record CompareRows(List<CompareRow> rows, int changes) {
    private static final int AROUND = 3;

    /** What stands below the head of a section, since it says what is missing. */
    private static final Set<String> SAID_BELOW = Set.of(
            "large",
            "excerpt",
            "rowsUnlisted",
            "unlisted",
            "keptUnlisted",
            "cutShort",
            "undecoded",
            "jsonTooLarge",
            "folded",
            "unaligned",
            "notJsonA",
            "notJsonB",
            "notJsonBoth");

    /**
     * How the user looks at it.
     *
     * @param unified one column, the first above the second
     * @param toggled sections whose head was clicked: those with lines to see are open at first
     * @param equalShown sections of bodies whose equal lines are shown
     * @param opened gaps that were opened
     */
    record View(boolean unified, Set<Section.Part> toggled, Set<Section.Part> equalShown, Set<Place> opened) {
        static final View FIRST = new View(false, Set.of(), Set.of(), Set.of());

        View withUnified(boolean on) {
            return new View(on, toggled, equalShown, opened);
        }
    }

    /** A line of a section. */
    record Place(Section.Part part, int index) {}

    static CompareRows of(Comparison comparison, View view) {
        List<CompareRow> rows = new ArrayList<>();
        int change = 0;
        for (Section section : comparison.sections()) {
            boolean open = open(section, view);
            rows.add(new CompareRow.Head(section, open));
            if (open) {
                said(section, rows);
            }
            change = new Filler(section, view, open ? rows : new ArrayList<>(), change).fill();
        }
        return new CompareRows(List.copyOf(rows), change);
    }

    private static boolean open(Section section, View view) {
        boolean worth = section.changes() > 0 || section.part() == Section.Part.TIMING;
        return worth != view.toggled().contains(section.part());
    }

    static boolean below(Fact fact) {
        return SAID_BELOW.contains(fact.key());
    }

    private static void said(Section section, List<CompareRow> rows) {
        section.facts().stream()
                .filter(CompareRows::below)
                .map(fact -> new CompareRow.Said(section, fact))
                .forEach(rows::add);
        if (section.body() != null && section.body().images() != null) {
            rows.add(new CompareRow.Pictures(section, section.body().images()));
        }
    }

    /** Puts the lines of one section among the rows. */
    private static final class Filler {
        private final Section section;
        private final View view;
        private final List<CompareRow> rows;
        private final int size;
        /** Rows of the second side that wait for the end of a run in the unified view. */
        private final List<CompareRow> waiting = new ArrayList<>();

        private int change;

        Filler(Section section, View view, List<CompareRow> rows, int change) {
            this.section = section;
            this.view = view;
            this.rows = rows;
            this.change = change;
            size = section.lines().size();
        }

        int fill() {
            boolean[] shown = shown();
            boolean before = false;
            int i = 0;
            while (i < size) {
                if (!shown[i]) {
                    i = gap(i, shown);
                    before = false;
                    continue;
                }
                boolean now = section.changed(i);
                change += now && !(before && section.runs()) ? 1 : 0;
                if (!now || !section.runs()) {
                    flush();
                }
                add(i, now ? change : 0);
                before = now;
                i++;
            }
            flush();
            return change;
        }

        private boolean[] shown() {
            boolean[] shown = new boolean[size];
            BodyMode mode = section.body() == null ? null : section.body().mode();
            boolean all = mode == null
                    || mode == BodyMode.IMAGE
                    || mode == BodyMode.HEX
                    || mode == BodyMode.FIELDS
                    || view.equalShown().contains(section.part());
            int around = mode == BodyMode.TEXT ? AROUND : 0;
            int until = -1;
            for (int i = 0; i < size; i++) {
                if (section.changed(i)) {
                    for (int back = Math.max(until, i - around); back < i; back++) {
                        shown[Math.max(0, back)] = true;
                    }
                    until = i + around + 1;
                }
                shown[i] |= all
                        || i < until
                        || mode == BodyMode.STRUCTURE && section.lines().get(i).group();
            }
            return shown;
        }

        private int gap(int from, boolean[] shown) {
            flush();
            int to = from;
            while (to < size && !shown[to]) {
                to++;
            }
            boolean opened = view.opened().contains(new Place(section.part(), from));
            if (opened || to - from == 1 && section.runs()) {
                for (int i = from; i < to; i++) {
                    rows.add(new CompareRow.Pair(section, i, 0, CompareRow.Sides.BOTH));
                }
            } else if (section.runs()) {
                rows.add(new CompareRow.Gap(section, from, to));
            }
            return to;
        }

        private void add(int index, int number) {
            if (!view.unified() || number == 0 && !ignored(index)) {
                rows.add(new CompareRow.Pair(section, index, number, CompareRow.Sides.BOTH));
                return;
            }
            Line line = section.lines().get(index);
            boolean whole = line.kind() == DiffKind.MOVED || line.kind() == DiffKind.CASE_ONLY;
            if (whole) {
                rows.add(new CompareRow.Pair(section, index, number, CompareRow.Sides.BOTH));
                return;
            }
            if (line.a() != null) {
                rows.add(new CompareRow.Pair(section, index, number, CompareRow.Sides.A));
            }
            if (line.b() != null) {
                waiting.add(new CompareRow.Pair(section, index, number, CompareRow.Sides.B));
            }
        }

        /** Whether a line is kept only because its difference is ignored. */
        private boolean ignored(int index) {
            if (section.body() != null) {
                return false;
            }
            Line line = section.lines().get(index);
            return line.remark() != null && line.remark().key().equals("ignored");
        }

        private void flush() {
            rows.addAll(waiting);
            waiting.clear();
        }
    }
}
