package dev.hopscope.inspect.body;

import dev.hopscope.exchange.Head;
import dev.hopscope.exchange.Header;
import dev.hopscope.exchange.Headers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands on one line of a {@link HeadText}. Immutable, any thread.
 *
 * @param head whose start line it is, or whose field; null on an empty line and of a trailer
 * @param field null on a start line and on an empty line
 */
public record HeadLine(@Nullable Head head, @Nullable Header field) {
    private static final HeadLine EMPTY = new HeadLine(null, null);

    /** Whether there is nothing on it. */
    public boolean empty() {
        return head == null && field == null;
    }

    /** Line by line what {@link HeadText#of(List, Headers)} writes, before long lines are folded. */
    public static List<HeadLine> of(List<? extends Head> heads, Headers trailers) {
        List<HeadLine> lines = new ArrayList<>();
        for (Head head : heads) {
            if (!lines.isEmpty()) {
                lines.add(EMPTY);
            }
            add(lines, new HeadLine(head, null), head.startLine());
            head.headers().forEach(field -> add(lines, new HeadLine(head, field), field.toString()));
        }
        if (!trailers.isEmpty()) {
            lines.add(EMPTY);
            trailers.forEach(field -> add(lines, new HeadLine(null, field), field.toString()));
        }
        return List.copyOf(lines);
    }

    /** A value from a file may have line ends in it: it then takes as many lines. */
    private static void add(List<HeadLine> lines, HeadLine line, String text) {
        lines.add(line);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1))) {
                lines.add(line);
            }
        }
    }
}
