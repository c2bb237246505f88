package dev.hopscope.ui.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which columns are shown, in which order and how wide, as it is remembered. Immutable, any thread.
 *
 * @param places every column once
 */
public record ColumnLayout(List<Place> places) {
    /** @param width in pixels at a text size of 12 */
    public record Place(Column column, boolean shown, double width) {}

    public ColumnLayout {
        places = List.copyOf(places);
    }

    /** What stands before the user chose. */
    public static ColumnLayout usual(boolean narrow) {
        return new ColumnLayout(Arrays.stream(Column.values())
                .map(c -> new Place(c, !(narrow && c.firstToGo()), c.width()))
                .toList());
    }

    /** {@code number:42,-time:63,…}: hidden ones with a minus. */
    public String text() {
        return places.stream()
                .map(p -> (p.shown() ? "" : "-") + p.column().id() + ":" + Math.round(p.width()))
                .collect(Collectors.joining(","));
    }

    /** Reads what {@link #text} wrote; what is missing or unknown is as usual. */
    public static ColumnLayout of(@Nullable String text, boolean narrow) {
        ColumnLayout usual = usual(narrow);
        if (text == null || text.isBlank()) {
            return usual;
        }
        Map<Column, Place> found = new EnumMap<>(Column.class);
        List<Place> places = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            read(part).filter(p -> found.putIfAbsent(p.column(), p) == null).ifPresent(places::add);
        }
        usual.places.stream().filter(p -> !found.containsKey(p.column())).forEach(places::add);
        return places.stream().anyMatch(Place::shown) ? new ColumnLayout(places) : usual;
    }

    private static Optional<Place> read(String part) {
        boolean hidden = part.startsWith("-");
        int colon = part.indexOf(':');
        String id = part.substring(hidden ? 1 : 0, colon < 0 ? part.length() : colon);
        return Column.of(id).map(c -> new Place(c, !hidden, width(colon < 0 ? "" : part.substring(colon + 1), c)));
    }

    private static double width(String text, Column column) {
        try {
            return Math.clamp(Integer.parseInt(text), 20, 2000);
        } catch (NumberFormatException e) {
            return column.width();
        }
    }
}
