package dev.hopscope.inspect.body;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** JSON documents one a line (NDJSON, JSON Lines) or each behind a record separator (RFC 7464), as a list. Any thread. Does not parse what stands on a line. */
final class LineView implements BodyView {
    static final int MAX_PARTS = 10_000;
    private static final int RECORD_SEPARATOR = 0x1e;
    private static final MediaType JSON = MediaType.parse("application/json");

    @Override
    public String id() {
        return "lines";
    }

    /** Whether the type says that the body is lines of JSON. */
    static boolean declared(MediaType type) {
        return switch (type.subtype()) {
            case "x-ndjson", "ndjson", "jsonl", "x-jsonl", "jsonlines", "x-jsonlines", "json-seq", "x-json-stream" ->
                true;
            default -> false;
        };
    }

    @Override
    public int priority(BodySample sample) {
        if (declared(sample.type())) {
            return sample.bytes().length == 0 ? 0 : 92;
        }
        return looksLikeLines(sample.start(), sample.whole()) ? (sample.type().format("json") ? 91 : 55) : 0;
    }

    /** Two lines that are an object each. */
    private static boolean looksLikeLines(String start, boolean whole) {
        if (!start.startsWith("{")) {
            return false;
        }
        int end = start.indexOf('\n');
        if (end < 0 || !start.substring(0, end).strip().endsWith("}")) {
            return false;
        }
        String rest = start.substring(end + 1).stripLeading();
        int second = rest.indexOf('\n');
        return rest.startsWith("{")
                && (second < 0
                        ? !whole || rest.strip().endsWith("}")
                        : rest.substring(0, second).strip().endsWith("}"));
    }

    @Override
    public BodyRendering render(BodySample sample) {
        byte[] bytes = sample.bytes();
        boolean records = bytes.length > 0 && bytes[0] == RECORD_SEPARATOR;
        List<BodyRendering.Part> parts = new ArrayList<>();
        int from = 0;
        while (from < bytes.length && parts.size() < MAX_PARTS) {
            int end = from;
            while (end < bytes.length && bytes[end] != (records ? RECORD_SEPARATOR : '\n')) {
                end++;
            }
            byte[] line = Arrays.copyOfRange(bytes, from, end);
            String shown = shortened(line);
            if (!shown.isBlank()) {
                parts.add(new BodyRendering.Part(
                        List.of(Integer.toString(parts.size() + 1), shown),
                        BodyRendering.Part.NO_HEAD,
                        BodySample.part(JSON, line)));
            }
            from = end + 1;
        }
        return new BodyRendering.Parts(
                List.of("number", "value"), List.copyOf(parts), cut(from < bytes.length, parts.size()));
    }

    static List<Note> cut(boolean cut, int shown) {
        return List.of(cut ? Note.of("parts-cut", shown) : Note.of("parts", shown));
    }

    /** The beginning of some text on one line. */
    static String shortened(byte[] bytes) {
        int length = Math.min(bytes.length, 300);
        String start = new String(bytes, 0, length, StandardCharsets.UTF_8)
                .replaceAll("[\\x00-\\x1f]+", " ")
                .strip();
        return length < bytes.length ? start + "\u2026" : start;
    }
}
