package dev.hopscope.inspect.diff;

import dev.hopscope.exchange.Head;
import dev.hopscope.exchange.HeaderChange;
import dev.hopscope.exchange.HeaderChange.Part;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Two messages laid side by side, line by line: start line, fields, trailers, in their order. Immutable, any thread. What was recorded while the second was made
 * from the first places and explains the lines; what it leaves open is compared, and stays unexplained.
 */
public record HeaderDiff(Message before, Message after, List<DiffLine> lines) {
    /** @param recorded changes of one leg; may be empty, as between messages that were not made from each other */
    public static HeaderDiff of(Message before, Message after, List<HeaderChange> recorded) {
        List<DiffLine> lines = new ArrayList<>();
        boolean both = before.present() && after.present();
        startLine(before, after, both ? recorded : List.of(), lines);
        lines.addAll(FieldLines.of(
                Part.HEADERS,
                before.head() == null ? null : before.head().headers(),
                after.head() == null ? null : after.head().headers(),
                recorded));
        lines.addAll(FieldLines.of(
                Part.TRAILERS,
                before.present() ? before.trailers() : null,
                after.present() ? after.trailers() : null,
                recorded));
        return new HeaderDiff(before, after, List.copyOf(lines));
    }

    /** Lines that differ. */
    public int changes() {
        return (int) lines.stream().filter(DiffLine::changed).count();
    }

    /** Whether all that differs has a recorded reason. */
    public boolean explained() {
        return lines.stream().allMatch(DiffLine::explained);
    }

    private static void startLine(Message before, Message after, List<HeaderChange> recorded, List<DiffLine> lines) {
        Head first = before.head();
        Head second = after.head();
        if (first == null && second == null) {
            return;
        }
        List<HeaderChange> changes =
                recorded.stream().filter(c -> c.part() == Part.START_LINE).toList();
        if (first == null || second == null || first.startLine().equals(second.startLine())) {
            lines.add(new DiffLine(
                    Part.START_LINE, DiffKind.KEPT, side(first, List.of()), side(second, List.of()), List.of(), true));
            return;
        }
        WordDiff words = WordDiff.of(first.startLine(), second.startLine());
        lines.add(new DiffLine(
                Part.START_LINE,
                DiffKind.CHANGED,
                side(first, words.before()),
                side(second, words.after()),
                changes,
                explained(first, second, changes)));
    }

    private static DiffLine.@Nullable Side side(@Nullable Head head, List<Span> words) {
        return head == null ? null : new DiffLine.Side("", head.startLine(), words);
    }

    private static boolean explained(Head before, Head after, List<HeaderChange> changes) {
        Map<String, String> was = parts(before);
        Map<String, String> is = parts(after);
        return was.keySet().equals(is.keySet())
                && was.entrySet().stream()
                        .allMatch(e -> e.getValue().equals(is.get(e.getKey()))
                                || changes.stream()
                                        .anyMatch(c -> c.name().equals(e.getKey())
                                                && Objects.equals(c.after(), is.get(e.getKey()))));
    }

    private static Map<String, String> parts(Head head) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(":version", head.version().text());
        switch (head) {
            case RequestHead r -> {
                parts.put(":method", r.method());
                parts.put(":target", r.target());
            }
            case ResponseHead r -> {
                parts.put(":status", Integer.toString(r.status()));
                parts.put(":reason", r.reason());
            }
        }
        return parts;
    }
}
