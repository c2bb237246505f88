package dev.hopscope.interchange;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Writes a body as one JSON string without holding it in memory. One thread. Does not decide between text and base64. */
public final class JsonContent {
    private final JsonWriter json;
    private final Writer out;

    /**
     * @param json writes to {@code out}, and a name was written before each value
     * @param out what {@code json} writes to
     */
    public JsonContent(JsonWriter json, Writer out) {
        this.json = json;
        this.out = out;
    }

    /** @param utf8 valid UTF-8 */
    public void text(InputStream utf8) throws IOException {
        json.jsonValue("\"");
        Reader reader = new InputStreamReader(utf8, StandardCharsets.UTF_8);
        char[] chars = new char[1 << 14];
        for (int n = reader.read(chars); n >= 0; n = reader.read(chars)) {
            escape(chars, n);
        }
        out.write('"');
    }

    private void escape(char[] chars, int length) throws IOException {
        int plain = 0;
        for (int i = 0; i < length; i++) {
            String escaped = escaped(chars[i]);
            if (escaped != null) {
                out.write(chars, plain, i - plain);
                out.write(escaped);
                plain = i + 1;
            }
        }
        out.write(chars, plain, length - plain);
    }

    private static @org.jspecify.annotations.Nullable String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c < ' ' || c == '\u2028' || c == '\u2029' ? "\\u%04x".formatted((int) c) : null;
        };
    }

    public void base64(InputStream octets) throws IOException {
        json.jsonValue("\"");
        OutputStream ascii = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                out.write(octet);
            }

            @Override
            @SuppressWarnings("deprecation") // base64 is ASCII
            public void write(byte[] octets, int from, int length) throws IOException {
                out.write(new String(octets, 0, from, length));
            }
        };
        try (OutputStream encoder = Base64.getEncoder().wrap(ascii)) {
            octets.transferTo(encoder);
        }
        out.write('"');
    }
}
