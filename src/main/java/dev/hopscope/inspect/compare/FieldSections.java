package dev.hopscope.inspect.compare;

import dev.hopscope.exchange.HeaderChange;
import dev.hopscope.exchange.Headers;
import dev.hopscope.inspect.diff.DiffKind;
import dev.hopscope.inspect.diff.DiffLine;
import dev.hopscope.inspect.diff.HeaderDiff;
import dev.hopscope.inspect.diff.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * The field lines and trailers of two messages. Pure, any thread. Leaves cookies to a section of their own. Where order is ignored, that of fields of one name still
 * counts (RFC 9110 §5.3).
 */
final class FieldSections {
    private FieldSections() {}

    static Section of(Section.Part part, Message a, Message b, CompareOptions options) {
        List<Line> lines = new ArrayList<>();
        int ignored = 0;
        int reordered = 0;
        for (DiffLine line : HeaderDiff.of(a, b, List.of()).lines()) {
            String name = name(line);
            if (line.part() == HeaderChange.Part.START_LINE || cookie(name)) {
                continue;
            }
            Line made = line(line);
            if (made.changed() && options.ignores(name)) {
                made = made.as(DiffKind.KEPT, Fact.of("ignored"));
                ignored++;
            } else if (made.kind() == DiffKind.MOVED && options.ignoreOrder() && !swapped(a, b, line.part(), name)) {
                made = made.as(DiffKind.KEPT, null);
                reordered++;
            }
            lines.add(made);
        }
        List<Fact> facts = new ArrayList<>();
        if (ignored > 0) {
            facts.add(Fact.of("fieldsIgnored", ignored));
        }
        if (reordered > 0) {
            facts.add(Fact.of("orderIgnored", reordered));
        }
        return Section.of(part, lines, facts);
    }

    static boolean cookie(String name) {
        return name.equalsIgnoreCase("Cookie") || name.equalsIgnoreCase("Set-Cookie");
    }

    private static String name(DiffLine line) {
        DiffLine.Side side = line.before() != null ? line.before() : line.after();
        return side == null ? "" : side.name();
    }

    private static Line line(DiffLine line) {
        String was = line.before() == null ? null : line.before().name();
        String is = line.after() == null ? null : line.after().name();
        boolean trailer = line.part() == HeaderChange.Part.TRAILERS;
        String name = was == null ? (is == null ? "" : is) : was;
        String other = was != null && is != null && !was.equals(is) ? " \u2192 " + is : "";
        Line.Label label = Line.Label.of(name + other, trailer ? Line.Called.TRAILER : Line.Called.NAME);
        Line made = Line.of(
                label,
                line.before() == null ? null : line.before().value(),
                line.after() == null ? null : line.after().value());
        return switch (line.kind()) {
            case MOVED -> made.as(DiffKind.MOVED, Fact.of("moved"));
            case CASE_ONLY -> made.as(DiffKind.CASE_ONLY, Fact.of("caseOnly"));
            case KEPT, ADDED, REMOVED, CHANGED -> made;
        };
    }

    /** Whether the values of a name, the same on both sides, stand in another order. */
    private static boolean swapped(Message a, Message b, HeaderChange.Part part, String name) {
        return !values(a, part, name).equals(values(b, part, name));
    }

    private static List<String> values(Message message, HeaderChange.Part part, String name) {
        Headers headers = part == HeaderChange.Part.TRAILERS ? message.trailers() : headersOf(message);
        return headers.all(name);
    }

    private static Headers headersOf(Message message) {
        return Subject.headers(message.head());
    }
}
