package dev.hopscope.exchange;

import org.jspecify.annotations.Nullable;

/**
 * One line that Hopscope changed between two hops, and why; recorded where the change is made, never guessed afterwards. Immutable.
 *
 * @param leg the request leg (received to forwarded) or the response leg (received to returned)
 * @param part which part of the message the line stands in
 * @param name the field name as on the wire; {@code :method}, {@code :target}, {@code :version}, {@code :status} or {@code :reason} in a start line
 * @param before the value received, null if the line was added
 * @param after the value sent on, null if the line was removed
 * @param indexBefore the line's index in the head (or trailers) received, -1 if added or in the start line
 * @param indexAfter the line's index in the head (or trailers) sent on, -1 if removed or in the start line
 */
public record HeaderChange(
        Direction leg,
        Part part,
        Kind kind,
        String name,
        @Nullable String before,
        @Nullable String after,
        int indexBefore,
        int indexAfter,
        ChangeReason reason) {
    /** Where in the message. */
    public enum Part {
        START_LINE,
        HEADERS,
        TRAILERS
    }

    /** What happened to the line. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        MOVED,
        CASE_ONLY
    }

    public static HeaderChange added(
            Direction leg, Part part, String name, String value, int indexAfter, ChangeReason why) {
        return new HeaderChange(leg, part, Kind.ADDED, name, null, value, -1, indexAfter, why);
    }

    public static HeaderChange removed(
            Direction leg, Part part, String name, String value, int indexBefore, ChangeReason why) {
        return new HeaderChange(leg, part, Kind.REMOVED, name, value, null, indexBefore, -1, why);
    }

    public static HeaderChange changed(
            Direction leg,
            Part part,
            String name,
            String before,
            String after,
            int indexBefore,
            int indexAfter,
            ChangeReason why) {
        return new HeaderChange(leg, part, Kind.CHANGED, name, before, after, indexBefore, indexAfter, why);
    }

    /** A change of the start line; {@code name} begins with a colon. */
    public static HeaderChange startLine(Direction leg, String name, String before, String after, ChangeReason why) {
        return new HeaderChange(leg, Part.START_LINE, Kind.CHANGED, name, before, after, -1, -1, why);
    }
}
