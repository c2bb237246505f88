package dev.hopscope.inspect.compare;

import dev.hopscope.exchange.Outcome;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The start lines of two exchanges, part by part, and how the exchanges ended. Pure, any thread. The query is a section of its own. */
final class StartLines {
    private StartLines() {}

    static Section of(Subject a, Subject b) {
        List<Line> lines = new ArrayList<>();
        RequestHead asked = a.request();
        RequestHead asks = b.request();
        add(lines, "method", asked == null ? null : asked.method(), asks == null ? null : asks.method());
        add(lines, "origin", some(a.origin()), some(b.origin()));
        add(lines, "path", some(a.path()), some(b.path()));
        add(
                lines,
                "requestVersion",
                asked == null ? null : asked.version().text(),
                asks == null ? null : asks.version().text());
        ResponseHead was = a.response();
        ResponseHead is = b.response();
        add(lines, "status", was == null ? null : "" + was.status(), is == null ? null : "" + is.status());
        add(lines, "reason", was == null ? null : some(was.reason()), is == null ? null : some(is.reason()));
        add(
                lines,
                "responseVersion",
                was == null ? null : was.version().text(),
                is == null ? null : is.version().text());
        add(lines, "failure", failure(a), failure(b));
        return Section.of(Section.Part.START_LINES, lines, List.of());
    }

    private static void add(List<Line> lines, String key, @Nullable String a, @Nullable String b) {
        if (a != null || b != null) {
            lines.add(Line.of(Line.Label.key(key), a, b));
        }
    }

    private static @Nullable String some(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String failure(Subject subject) {
        return switch (subject.exchange().outcome()) {
            case Outcome.Failed f -> f.failure().detail();
            case Outcome.Interrupted i -> i.code();
            case Outcome.Pending p -> p.code();
            case Outcome.Completed c -> null;
        };
    }
}
