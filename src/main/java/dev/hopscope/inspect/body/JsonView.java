package dev.hopscope.inspect.body;

import java.nio.charset.StandardCharsets;

/**
 * JSON with line breaks, indentation and colours; tokens stay as they stand in the source (no number is rounded, no duplicate key lost). Any thread. A scanner
 * without recursion, so depth cannot overflow it; where the text is no JSON it goes on and says where it went wrong first.
 */
final class JsonView implements BodyView {
    @Override
    public String id() {
        return "json";
    }

    @Override
    public int priority(BodySample sample) {
        if (sample.bytes().length == 0) {
            return 0;
        }
        MediaType type = sample.type();
        if (type.format("json") || LineView.declared(type)) {
            return 90;
        }
        return looksLikeJson(sample) ? 50 : 0;
    }

    /** Whether it begins as an object or array does. */
    static boolean looksLikeJson(BodySample sample) {
        byte[] bytes = sample.bytes();
        int at = skipSpace(bytes, 0);
        if (at >= bytes.length || (bytes[at] != '{' && bytes[at] != '[')) {
            return false;
        }
        int next = skipSpace(bytes, at + 1);
        if (next >= bytes.length || bytes[at] == '{') {
            return next < bytes.length && (bytes[next] == '"' || bytes[next] == '}');
        }
        String start = new String(bytes, next, Math.min(5, bytes.length - next), StandardCharsets.ISO_8859_1);
        return "{[\"]-0123456789".indexOf(start.charAt(0)) >= 0
                || start.startsWith("true")
                || start.startsWith("null")
                || start.equals("false");
    }

    private static int skipSpace(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
            at++;
        }
        return at;
    }

    @Override
    public BodyRendering render(BodySample sample) {
        TextBuilder out = new TextBuilder();
        return out.build(new JsonPrinter(sample.text().text(), sample.whole(), out).print());
    }
}
