package dev.hopscope.inspect.body;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Server-Sent Events as a list (HTML standard, "interpreting an event stream"), comments included. Any thread. Does not reconnect, of course, and tells an event
 * that was never dispatched for want of its blank line.
 */
final class EventsView implements BodyView {
    private static final Pattern FIRST =
            Pattern.compile("(?:\uFEFF?(?:event|data|id|retry):[^\\n\\r]*|:[^\\n\\r]*)(?:\\r\\n|\\n|\\r)[\\s\\S]*");

    @Override
    public String id() {
        return "events";
    }

    @Override
    public int priority(BodySample sample) {
        if (sample.bytes().length == 0) {
            return 0;
        }
        if (sample.type().is("text", "event-stream")) {
            return 95;
        }
        String start = sample.start();
        return FIRST.matcher(start).matches() && start.contains("data:") ? 52 : 0;
    }

    @Override
    public BodyRendering render(BodySample sample) {
        return new Reader(sample.text().text(), sample.whole()).read();
    }

    /** One pass over one stream. */
    private static final class Reader {
        private final String in;
        private final boolean whole;
        private final List<BodyRendering.Part> parts = new ArrayList<>();
        private final StringBuilder data = new StringBuilder();
        private boolean anyData;
        private String event = "";
        private String id = "";
        private int at;

        Reader(String in, boolean whole) {
            this.in = in;
            this.whole = whole;
        }

        BodyRendering read() {
            while (at < in.length() && parts.size() < LineView.MAX_PARTS) {
                line();
            }
            List<Note> notes = new ArrayList<>(LineView.cut(at < in.length(), parts.size()));
            if (anyData && at >= in.length()) {
                dispatch();
                notes.add(Note.of(whole ? "event-open" : "event-torn"));
            }
            return new BodyRendering.Parts(
                    List.of("number", "event", "id", "data"), List.copyOf(parts), List.copyOf(notes));
        }

        private void line() {
            int end = at;
            while (end < in.length() && in.charAt(end) != '\n' && in.charAt(end) != '\r') {
                end++;
            }
            int from = at;
            boolean pair = end + 1 < in.length() && in.charAt(end) == '\r' && in.charAt(end + 1) == '\n';
            at = end + (pair ? 2 : 1);
            if (end == from) {
                dispatch();
                return;
            }
            int colon = in.indexOf(':', from, end);
            int value = colon < 0 ? end : colon + 1 < end && in.charAt(colon + 1) == ' ' ? colon + 2 : colon + 1;
            field(in.substring(from, colon < 0 ? end : colon), in.substring(value, end));
        }

        private void field(String name, String value) {
            switch (name) {
                case "" -> add(":", "", value);
                case "data" -> {
                    data.append(anyData ? "\n" : "").append(value);
                    anyData = true;
                }
                case "event" -> event = value;
                case "id" -> id = value;
                case "retry" -> add("retry", "", value);
                default -> {
                    // "Otherwise: The field is ignored."
                }
            }
        }

        private void dispatch() {
            if (anyData) {
                add(event.isEmpty() ? "message" : event, id, data.toString());
            }
            data.setLength(0);
            anyData = false;
            event = "";
        }

        private void add(String kind, String number, String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            parts.add(new BodyRendering.Part(
                    List.of(Integer.toString(parts.size() + 1), kind, number, LineView.shortened(bytes)),
                    BodyRendering.Part.NO_HEAD,
                    BodySample.part(MediaType.NONE, bytes)));
        }
    }
}
