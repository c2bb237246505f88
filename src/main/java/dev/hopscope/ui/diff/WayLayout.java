package dev.hopscope.ui.diff;

import java.util.ArrayList;
import java.util.List;

/**
 * Where everything of a {@link Way} stands, in pixels from the top left. Immutable, any thread; needs no toolkit.
 *
 * @param compact whether there is no room for second lines beside full ones
 * @param height of all
 * @param boxes the left ends of the boxes at the top
 * @param lanes the lines below them
 */
public record WayLayout(
        boolean compact,
        double boxWidth,
        double boxHeight,
        double height,
        List<Double> boxes,
        List<Double> lanes,
        List<Place> places) {
    /**
     * Where an arrow stands.
     *
     * @param y of its line
     * @param from where its line begins, on the side it comes from
     * @param to where it ends
     */
    public record Place(Way.Arrow arrow, double y, double from, double to) {
        double left() {
            return Math.min(from, to);
        }

        double right() {
            return Math.max(from, to);
        }
    }

    private static final double GAP = 0.5;

    /** @param em the size of the body text */
    public static WayLayout of(Way way, double width, double em) {
        int count = Math.max(1, way.lanes().size());
        double times = times(em);
        boolean compact = width < 58 * em;
        double margin = compact ? 0.5 * em : Math.min(2.5 * em, width / 40);
        double end = compact ? 0.5 * em : width / 16;
        // where there is little room the boxes stand over the times too, and the lines at their outer ends
        double room = compact ? width - em : width - times - margin - end;
        double boxWidth = Math.clamp(room / count - (compact ? 0.5 * em : em), 4 * em, 16.7 * em);
        double first = compact ? times + margin : times + margin + boxWidth / 2;
        double last = compact ? width - 1.5 * em : width - end - boxWidth / 2;
        List<Double> lanes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lanes.add((double) Math.round(count == 1 ? first : first + (last - first) * i / (count - 1)));
        }
        List<Double> boxes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double left = compact
                    ? margin + (count == 1 ? 0 : (room - boxWidth) * i / (count - 1))
                    : lanes.get(i) - boxWidth / 2;
            boxes.add((double) Math.round(left));
        }
        double boxHeight = Math.round(3 * em);
        double row = Math.round(3.25 * em);
        double y = 0.7 * em + boxHeight + 2.1 * em - row;
        List<Place> places = new ArrayList<>();
        for (Way.Arrow arrow : way.arrows()) {
            if (!arrow.beside() || places.isEmpty()) {
                y += row;
            }
            double inset = GAP * em;
            double from = lanes.get(arrow.from()) + (arrow.from() < arrow.to() ? inset : -inset);
            double to = lanes.get(arrow.to()) + (arrow.from() < arrow.to() ? -inset : inset);
            places.add(new Place(arrow, Math.round(y) + 0.5, from, to));
        }
        return new WayLayout(compact, boxWidth, boxHeight, Math.ceil(y + 1.6 * em), boxes, lanes, List.copyOf(places));
    }

    /** The width of the column of times. */
    static double times(double em) {
        return 4.6 * em;
    }
}
