package dev.hopscope.playground;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as the playground reads it: HTTP/1.1 with Content-Length or chunks, as Hopscope forwards it. Immutable; reading blocks. Judges nothing: Hopscope has
 * refused before what two parsers could read differently.
 *
 * @param path without query, percent-encoded as it came
 * @param fields in their order, names as they came
 */
record PlayRequest(String method, String path, String query, List<Map.Entry<String, String>> fields, byte[] body) {
    private static final int MOST_HEAD = 64 * 1024;
    private static final int MOST_BODY = 1 << 20;

    /** Reads the next request, its body where the client does not wait to be asked for it. */
    static PlayRequest read(InputStream in, int first, Runnable goOn) throws IOException {
        List<String> lines = head(in, first);
        String[] parts = lines.getFirst().split(" ", 3);
        if (parts.length != 3) {
            throw new IOException("not a request line");
        }
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.add(Map.entry(
                        line.substring(0, colon), line.substring(colon + 1).strip()));
            }
        }
        String target = parts[1];
        int question = target.indexOf('?');
        PlayRequest head = new PlayRequest(
                parts[0],
                question < 0 ? target : target.substring(0, question),
                question < 0 ? "" : target.substring(question + 1),
                List.copyOf(fields),
                new byte[0]);
        if ("100-continue".equalsIgnoreCase(head.field("Expect"))) {
            goOn.run();
        }
        return new PlayRequest(head.method, head.path, head.query, head.fields, head.content(in));
    }

    private static List<String> head(InputStream in, int first) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int size = 0;
        for (int octet = first; ; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("the head ends early");
            }
            if (++size > MOST_HEAD) {
                throw new IOException("the head is longer than " + MOST_HEAD + " octets");
            }
            if (octet != '\n') {
                line.append((char) octet);
                continue;
            }
            String text = line.toString().stripTrailing();
            line.setLength(0);
            if (!text.isEmpty()) {
                lines.add(text);
            } else if (!lines.isEmpty()) {
                return lines;
            }
        }
    }

    private byte[] content(InputStream in) throws IOException {
        String length = field("Content-Length");
        String coding = field("Transfer-Encoding");
        if (coding != null && coding.toLowerCase(Locale.ROOT).contains("chunked")) {
            return chunks(in);
        }
        return length == null ? new byte[0] : exactly(in, Long.parseLong(length));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        while (true) {
            String size = line(in).split(";", 2)[0].strip();
            byte[] chunk = exactly(in, Long.parseLong(size, 16));
            if (chunk.length == 0) {
                while (!line(in).isEmpty()) {
                    // a trailer field: not of interest
                }
                return all.toByteArray();
            }
            all.writeBytes(chunk);
            line(in);
            if (all.size() > MOST_BODY) {
                throw new IOException("the body is longer than " + MOST_BODY + " octets");
            }
        }
    }

    private static byte[] exactly(InputStream in, long length) throws IOException {
        if (length > MOST_BODY) {
            throw new IOException("the body is longer than " + MOST_BODY + " octets");
        }
        byte[] body = in.readNBytes((int) length);
        if (body.length < length) {
            throw new EOFException("the body ends early");
        }
        return body;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0 || line.length() > MOST_HEAD) {
                throw new EOFException("a chunk ends early");
            }
            line.append((char) octet);
        }
        return line.toString().stripTrailing();
    }

    /** The first field of this name, null if there is none. */
    @Nullable
    String field(String name) {
        return fields.stream()
                .filter(field -> field.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** A whole number of the query, within bounds; the usual one where it is missing or none. */
    int number(String name, int usual, int least, int most) {
        for (String pair : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                String value = URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
                return value.matches("[0-9]{1,9}") ? Math.clamp(Long.parseLong(value), least, most) : usual;
            }
        }
        return usual;
    }

    boolean head() {
        return method.equals("HEAD");
    }
}
