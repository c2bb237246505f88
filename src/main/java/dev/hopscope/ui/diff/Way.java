package dev.hopscope.ui.diff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The drawing of an exchange's way as data: who took part, and what passed between them in the order of time. Immutable, any thread. Knows no pixel.
 *
 * @param lanes from the client to the origin
 */
public record Way(List<Lane> lanes, List<Arrow> arrows) {
    public static final Way NONE = new Way(List.of(), List.of());

    /**
     * One who took part.
     *
     * @param name in words
     * @param address where it was reached; may be empty
     * @param own whether it is Hopscope
     */
    public record Lane(String name, String address, boolean own) {}

    /** What an arrow is. */
    public enum Kind {
        /** A message, one way. */
        MESSAGE,
        /** A message and its answer, or bytes both ways. */
        BOTH,
        /** Setting up: TCP, TLS. */
        SETUP,
        /** It did not get there. */
        FAILED,
        /** It has not come yet. */
        AWAITED
    }

    /** Its colour: a class of status, or none. */
    public enum Tint {
        NEUTRAL,
        S1,
        S2,
        S3,
        S4,
        S5
    }

    /**
     * @param from index of a lane
     * @param to index of a lane
     * @param title what passed, as on the wire
     * @param more said below it; may be empty
     * @param mark what Hopscope did; empty for nothing
     * @param at when, in words: {@code 9.6 ms}; empty where it is not known
     * @param beside whether it belongs at the height of the arrow before it, on another leg
     */
    public record Arrow(
            int from, int to, Kind kind, Tint tint, String title, String more, String mark, String at, boolean beside) {
        int left() {
            return Math.min(from, to);
        }

        int right() {
            return Math.max(from, to);
        }
    }

    /** All of it in words, for those who do not see it. */
    public String text() {
        StringBuilder out = new StringBuilder();
        for (Arrow arrow : arrows) {
            out.append(arrow.at().isEmpty() ? "" : arrow.at() + ": ")
                    .append(lanes.get(arrow.from()).name())
                    .append(arrow.kind() == Kind.BOTH || arrow.kind() == Kind.SETUP ? " \u2194 " : " \u2192 ")
                    .append(lanes.get(arrow.to()).name())
                    .append(": ")
                    .append(arrow.title());
            append(out, arrow.more());
            append(out, arrow.mark());
            out.append(".\n");
        }
        return out.toString().strip();
    }

    private static void append(StringBuilder out, @Nullable String more) {
        if (more != null && !more.isEmpty()) {
            out.append(", ").append(more);
        }
    }
}
