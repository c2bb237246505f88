package dev.hopscope.ui.copyas;

import dev.hopscope.inspect.body.BodyRendering;
import java.util.ArrayList;
import java.util.List;

/** A text made ready to be drawn: lines that no text control draws are folded. Pure, any thread. */
final class CodeLines {
    private static final int LONGEST = 4_000;

    private CodeLines() {}

    static BodyRendering.Text of(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        List<Integer> continued = new ArrayList<>();
        int line = 0;
        int column = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r') {
                continue; // ends of lines of a message; what is copied has them
            }
            if (column >= LONGEST && c != '\n' && !Character.isLowSurrogate(c)) {
                folded.append('\n');
                continued.add(++line);
                column = 0;
            }
            folded.append(c);
            column++;
            if (c == '\n') {
                line++;
                column = 0;
            }
        }
        return new BodyRendering.Text(
                folded.toString(),
                List.of(),
                continued.stream().mapToInt(Integer::intValue).toArray(),
                false,
                List.of());
    }
}
