package dev.hopscope.inspect.warning;

import dev.hopscope.exchange.Direction;
import dev.hopscope.inspect.meaning.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects warnings, the worst first, and says how many it left out. One thread. */
public final class Warnings {
    /** The most that are kept of one exchange. */
    public static final int MOST = 60;

    private final Set<Warning> found = new LinkedHashSet<>();

    /** About all lines of a name, or, where it is empty, the start line. */
    public void add(Direction direction, String field, Level level, String title, String words, String specification) {
        found.add(new Warning(direction, field, "", level, title, words, specification));
    }

    public void add(Warning warning) {
        found.add(warning);
    }

    List<Warning> list() {
        List<Warning> all = new ArrayList<>(found);
        all.sort(Comparator.comparing(Warning::level).reversed());
        if (all.size() > MOST) {
            int left = all.size() - MOST;
            all = new ArrayList<>(all.subList(0, MOST));
            all.add(new Warning(
                    Direction.RESPONSE,
                    "",
                    "",
                    Level.ADVICE,
                    left + " more",
                    "Only the worst " + MOST + " are kept.",
                    ""));
        }
        return List.copyOf(all);
    }
}
