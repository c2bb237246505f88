package dev.hopscope.inspect.compare;

import java.util.ArrayList;
import java.util.List;

/** The parameters of two queries or forms, by name. Pure, any thread. Shows them as they are on the wire, undecoded. */
final class Parameters {
    private Parameters() {}

    static Section query(Subject a, Subject b, boolean ignoreOrder) {
        return Section.of(Section.Part.QUERY, lines(a.query(), b.query(), ignoreOrder), List.of());
    }

    static List<Line> lines(String a, String b, boolean ignoreOrder) {
        return NamedValues.lines(pairs(a), pairs(b), ignoreOrder, Line.Label::of);
    }

    /** As in application/x-www-form-urlencoded (WHATWG URL §5.1). */
    static List<NamedValues.Pair> pairs(String text) {
        List<NamedValues.Pair> pairs = new ArrayList<>();
        for (String part : text.split("&", -1)) {
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                pairs.add(
                        equals < 0
                                ? new NamedValues.Pair(part, "")
                                : new NamedValues.Pair(part.substring(0, equals), part.substring(equals + 1)));
            }
        }
        return pairs;
    }
}
