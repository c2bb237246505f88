package dev.hopscope.inspect.meaning;

import java.util.Set;

/** ETag and the conditions on it (RFC 9110 §8.8.3): weak, strong, or broken. Any thread. */
final class EntityTagDecoder implements FieldDecoder {
    @Override
    public Set<String> names() {
        return Set.of("etag", "if-match", "if-none-match");
    }

    @Override
    public void decode(String name, String value, Setting setting, Parts out) {
        if (name.equals("etag")) {
            tag(value.strip(), out);
            coding(value, setting, out);
            return;
        }
        for (String text : Syntax.split(value, ',')) {
            if (text.equals("*")) {
                out.add(text, name.equals("if-match") ? "if there is anything at all" : "if there is nothing yet");
                continue;
            }
            tag(text, out);
            if (name.equals("if-match") && text.startsWith("W/")) {
                out.fault(text, "If-Match compares strongly: a weak label never matches (RFC 9110 §13.1.1).");
            }
        }
        String current = setting.responseHeaders().first("ETag");
        if (name.equals("if-none-match") && current != null && setting.response() != null) {
            boolean same =
                    Syntax.split(value, ',').stream().anyMatch(t -> opaque(t).equals(opaque(current)));
            out.add(
                    "",
                    same
                            ? "The answer has the same label: nothing changed."
                            : "The answer has another label: it changed.");
        }
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }

    private static void tag(String text, Parts out) {
        boolean weak = text.startsWith("W/");
        String opaque = opaque(text);
        if (opaque.length() < 2 || !opaque.startsWith("\"") || !opaque.endsWith("\"")) {
            out.fault(text, "Not in double quotes, as a label has to be: caches may not use it.");
        } else if (weak) {
            out.add(text, "weak: as good as the same, but not byte by byte; of no use for Range");
        } else {
            out.add(text, "strong: the same byte by byte");
        }
    }

    private static void coding(String value, Setting setting, Parts out) {
        String coding = setting.responseHeaders().first("Content-Encoding");
        if (coding != null && (value.contains("-gzip\"") || value.contains("-br\"") || value.contains(";gzip\""))) {
            out.add("", "The label was marked with the compression, as each form needs a label of its own.");
        }
    }
}
