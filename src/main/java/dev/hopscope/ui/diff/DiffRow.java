package dev.hopscope.ui.diff;

import dev.hopscope.inspect.diff.DiffLine;
import dev.hopscope.inspect.diff.HeaderDiff;
import dev.hopscope.ui.kit.Messages;
import java.util.ArrayList;
import java.util.List;

/** A row of the comparison on the screen. Immutable, any thread. */
public sealed interface DiffRow {
    /**
     * The head of a leg.
     *
     * @param leg both sides in one word, for where there is no room for two
     */
    record Title(String leg, String before, String after, int changes) implements DiffRow {}

    /**
     * A line of both messages.
     *
     * @param reasons why it differs; empty where it does not
     */
    record Line(DiffLine line, List<ReasonWords> reasons) implements DiffRow {
        static Line of(DiffLine line) {
            List<ReasonWords> reasons = new ArrayList<>();
            line.changes().stream().map(ReasonWords::of).distinct().forEach(reasons::add);
            if (!line.explained()) {
                reasons.add(ReasonWords.unknown());
            }
            return new Line(line, List.copyOf(reasons));
        }

        /** Why, on one line. */
        String why() {
            return String.join("; ", reasons.stream().map(ReasonWords::label).toList());
        }

        /** {@code + − ~ ⇅ Aa}; empty for a line that is kept. */
        String mark() {
            return switch (line.kind()) {
                case KEPT -> "";
                case ADDED -> "+";
                case REMOVED -> "\u2212";
                case CHANGED -> "~";
                case MOVED -> "\u21C5";
                case CASE_ONLY -> "Aa";
            };
        }

        /** The line in words, for those who do not see colours and columns. */
        String sentence() {
            DiffLine.Side was = line.before();
            DiffLine.Side is = line.after();
            String kind = Messages.text("hops.kind." + line.kind().name().toLowerCase(java.util.Locale.ROOT));
            String text = was == null ? (is == null ? "" : is.text()) : was.text();
            String now =
                    was != null && is != null && line.changed() ? ", " + Messages.text("hops.kind.now", is.text()) : "";
            return kind + ": " + text + now + (reasons.isEmpty() ? "" : ". " + why());
        }
    }

    /** There is nothing on this leg. */
    record Nothing(String text) implements DiffRow {}

    /** The rows of one leg; none where no message of it is known. */
    static List<DiffRow> of(HeaderDiff diff, String leg, String before, String after, boolean onlyChanges) {
        List<DiffRow> rows = new ArrayList<>();
        if (diff.lines().isEmpty()) {
            return rows;
        }
        rows.add(new Title(leg, before, after, diff.changes()));
        diff.lines().stream()
                .filter(l -> !onlyChanges || l.changed())
                .map(Line::of)
                .forEach(rows::add);
        if (onlyChanges && diff.changes() == 0) {
            rows.add(new Nothing(Messages.text("hops.noChanges")));
        }
        return rows;
    }
}
