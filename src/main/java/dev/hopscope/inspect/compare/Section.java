package dev.hopscope.inspect.compare;

import dev.hopscope.inspect.body.BodyRendering;
import dev.hopscope.inspect.diff.DiffKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One part of a comparison. Immutable, any thread.
 *
 * @param lines both sides, kept lines too
 * @param facts what is said of the whole: how it was compared, and what was left out
 * @param changes how many changes there are: lines that differ, or runs of them where {@code runs}; more than are listed where a fact says so
 * @param runs whether lines that differ and follow each other are one change
 * @param body how a body was compared; null for what is no body
 */
public record Section(
        Part part,
        List<Line> lines,
        List<Fact> facts,
        int changes,
        boolean runs,
        @Nullable Body body) {
    /** In the order they are shown. */
    public enum Part {
        START_LINES,
        QUERY,
        REQUEST_HEADERS,
        RESPONSE_HEADERS,
        COOKIES,
        REQUEST_BODY,
        RESPONSE_BODY,
        TIMING
    }

    /**
     * How two bodies were compared.
     *
     * @param modes the ways there are, best first
     * @param images both, where they are compared as such; else null
     */
    public record Body(
            BodyMode mode, List<BodyMode> modes, @Nullable Images images) {}

    /** Two images; whether each may be drawn was decided from its head. */
    public record Images(BodyRendering.Image a, BodyRendering.Image b) {}

    /** A section whose changes are its lines that differ. */
    static Section of(Part part, List<Line> lines, List<Fact> facts) {
        int changes = (int) lines.stream().filter(Line::changed).count();
        return new Section(part, List.copyOf(lines), List.copyOf(facts), changes, false, null);
    }

    /** Whether a line differs; cheaper than to ask the line itself. */
    public boolean changed(int line) {
        return lines instanceof TextLines text
                ? text.kind(line) != DiffKind.KEPT
                : lines.get(line).changed();
    }

    /** How many lines follow each other and differ, counted once each run. */
    static int runs(List<Line> lines) {
        int runs = 0;
        boolean before = false;
        for (Line line : lines) {
            boolean now = line.changed();
            runs += now && !before ? 1 : 0;
            before = now;
        }
        return runs;
    }
}
