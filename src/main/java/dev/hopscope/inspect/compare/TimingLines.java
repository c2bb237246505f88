package dev.hopscope.inspect.compare;

import dev.hopscope.exchange.Mark;
import dev.hopscope.exchange.Timings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How long two exchanges took, with bars on one scale. Pure, any thread. Times always differ: none counts as a difference. */
final class TimingLines {
    private TimingLines() {}

    static Section of(Subject a, Subject b) {
        Timings first = a.exchange().timings();
        Timings second = b.exchange().timings();
        double most = Math.max(
                first.at(Mark.RETURN_END).orElse(1), second.at(Mark.RETURN_END).orElse(1));
        List<Line> lines = new ArrayList<>();
        add(lines, "firstByte", first.at(Mark.RESPONSE_FIRST_BYTE), second.at(Mark.RESPONSE_FIRST_BYTE), most);
        add(lines, "total", first.at(Mark.RETURN_END), second.at(Mark.RETURN_END), most);
        return Section.of(Section.Part.TIMING, lines, List.of());
    }

    private static void add(List<Line> lines, String key, OptionalLong a, OptionalLong b, double most) {
        if (a.isPresent() || b.isPresent()) {
            lines.add(Line.kept(Line.Label.key(key), cell(a, most), cell(b, most)));
        }
    }

    private static Line.@Nullable Cell cell(OptionalLong nanos, double most) {
        return nanos.isEmpty()
                ? null
                : new Line.Cell(
                        String.format(Locale.ROOT, "%.1f ms", nanos.getAsLong() / 1e6),
                        Line.Look.PLAIN,
                        Math.clamp(nanos.getAsLong() / most, 0, 1));
    }
}
