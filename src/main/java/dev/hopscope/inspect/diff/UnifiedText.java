package dev.hopscope.inspect.diff;

import java.util.List;
import java.util.function.Function;

/** A comparison of heads as a unified diff, to paste into a report. Pure, any thread. Shows all lines: a head is its own context. */
public final class UnifiedText {
    private UnifiedText() {}

    /**
     * @param from names the first message
     * @param to names the second
     * @param reason said behind a line that differs, as a comment; empty for none
     */
    public static String of(HeaderDiff diff, String from, String to, Function<DiffLine, String> reason) {
        StringBuilder out = new StringBuilder();
        List<DiffLine> lines = diff.lines();
        long before = lines.stream().filter(l -> l.before() != null).count();
        long after = lines.stream().filter(l -> l.after() != null).count();
        out.append("--- ").append(from).append('\n').append("+++ ").append(to).append('\n');
        out.append("@@ ")
                .append(range('-', before))
                .append(' ')
                .append(range('+', after))
                .append(" @@\n");
        for (DiffLine line : lines) {
            DiffLine.Side was = line.before();
            DiffLine.Side is = line.after();
            if (!line.changed()) {
                DiffLine.Side one = was != null ? was : is;
                char mark = was == null ? '+' : is == null ? '-' : ' ';
                out.append(mark).append(one == null ? "" : one.text()).append('\n');
                continue;
            }
            String why = reason.apply(line);
            if (!why.isEmpty()) {
                out.append("# ").append(why).append('\n');
            }
            if (was != null) {
                out.append('-').append(was.text()).append('\n');
            }
            if (is != null) {
                out.append('+').append(is.text()).append('\n');
            }
        }
        return out.toString();
    }

    private static String range(char sign, long lines) {
        return sign + (lines == 0 ? "0,0" : "1," + lines);
    }
}
