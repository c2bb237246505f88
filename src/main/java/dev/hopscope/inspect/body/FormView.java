package dev.hopscope.inspect.body;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The fields of an {@code application/x-www-form-urlencoded} body as a table, in order, duplicates kept. Any thread. Does not judge names. */
final class FormView implements BodyView {
    private static final int MAX_ROWS = 10_000;

    @Override
    public String id() {
        return "form";
    }

    @Override
    public int priority(BodySample sample) {
        return sample.type().is("application", "x-www-form-urlencoded") && sample.bytes().length > 0 ? 90 : 0;
    }

    @Override
    public BodyRendering render(BodySample sample) {
        String text = new String(sample.bytes(), StandardCharsets.ISO_8859_1);
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
        List<Note> notes = from < text.length() ? List.of(Note.of("rows-cut", MAX_ROWS)) : List.of();
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
