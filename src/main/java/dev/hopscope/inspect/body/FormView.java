package dev.hopscope.inspect.body;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The fields of an {@code application/x-www-form-urlencoded} body as a table, in order, duplicates kept. Any thread. Does not judge names. */
final class FormView implements BodyView {
    private static final int MAX_ROWS = 10_000;
    /** Two fields at least, of characters that need no escape. */
    private static final Pattern FIELDS =
            Pattern.compile("[\\w.%+*\\[\\]-]{1,200}=[^&=\\s<>\"{}]*&[\\w.%+*\\[\\]-]{1,200}=[^\\s<>\"{}]*\\s*");

    @Override
    public String id() {
        return "form";
    }

    @Override
    public int priority(BodySample sample) {
        if (sample.bytes().length == 0) {
            return 0;
        }
        if (sample.type().is("application", "x-www-form-urlencoded")) {
            return 90;
        }
        return FIELDS.matcher(sample.start()).matches() ? 45 : 0;
    }

    @Override
    public BodyRendering render(BodySample sample) {
        return table(new String(sample.bytes(), StandardCharsets.ISO_8859_1));
    }

    /** @param text each character an octet */
    static BodyRendering.Table table(String text) {
        List<List<String>> rows = new ArrayList<>();
        int from = 0;
        while (from < text.length() && rows.size() < MAX_ROWS) {
            int end = text.indexOf('&', from);
            end = end < 0 ? text.length() : end;
            if (end > from) {
                int equals = text.indexOf('=', from, end);
                boolean valued = equals >= 0;
                rows.add(List.of(
                        decode(text, from, valued ? equals : end), valued ? decode(text, equals + 1, end) : ""));
            }
            from = end + 1;
        }
        List<Note> notes = List.of(Note.of(from < text.length() ? "rows-cut" : "rows", rows.size()));
        return new BodyRendering.Table(List.of("name", "value"), List.copyOf(rows), notes);
    }

    /** Percent signs that begin no pair of hex digits stay as they are (URL standard, percent-decode). */
    private static String decode(String text, int from, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(to - from);
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            int high = c == '%' && i + 2 < to ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (low >= 0) {
                out.write(high << 4 | low);
                i += 2;
            } else {
                out.write(c == '+' ? ' ' : c);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
