package dev.hopscope.playground;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
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

    /** Asks the client for the body it holds back (RFC 9110 §10.1.1). */
    @FunctionalInterface
    interface GoOn {
        void say() throws IOException;
    }

    /**
     * Reads the next request, its body where the client does not wait to be asked for it.
     *
     * @throws Refusal of one that is malformed or too large
     */
    static PlayRequest read(InputStream in, int first, GoOn goOn) throws IOException {
        List<String> lines = head(in, first);
        String[] parts = lines.getFirst().split(" ", 3);
        if (parts.length != 3) {
            throw Refusal.malformed("The first line is no request line.");
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
        long length = head.length();
        if ("100-continue".equalsIgnoreCase(head.field("Expect"))) {
            goOn.say();
        }
        byte[] content = length < 0 ? chunks(in) : exactly(in, length);
        return new PlayRequest(head.method, head.path, head.query, head.fields, content);
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
                throw new Refusal(431, "The head is longer than " + MOST_HEAD + " octets.");
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

    /** Octets of the body; -1 for chunks (RFC 9112 §6.3). */
    private long length() throws Refusal {
        String length = field("Content-Length");
        String coding = field("Transfer-Encoding");
        if (coding != null && coding.toLowerCase(Locale.ROOT).contains("chunked")) {
            return -1;
        }
        return length == null ? 0 : bounded(length, 10, "The Content-Length");
    }

    private static long bounded(String digits, int radix, String what) throws Refusal {
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c < 0x80 && Character.digit(c, radix) >= 0)) {
            throw Refusal.malformed(what + " is no number of octets.");
        }
        BigInteger number = new BigInteger(digits, radix);
        if (number.bitLength() > 31 || number.longValueExact() > MOST_BODY) {
            throw tooLarge();
        }
        return number.longValueExact();
    }

    private static Refusal tooLarge() {
        return new Refusal(413, "The body is longer than " + MOST_BODY + " octets.");
    }

    private static byte[] chunks(InputStream in) throws IOException {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        while (true) {
            String size = line(in).split(";", 2)[0].strip();
            byte[] chunk = exactly(in, bounded(size, 16, "The size of a chunk"));
            if (chunk.length == 0) {
                while (!line(in).isEmpty()) {
                    // a trailer field: not of interest
                }
                return all.toByteArray();
            }
            all.writeBytes(chunk);
            if (all.size() > MOST_BODY) {
                throw tooLarge();
            }
            if (!line(in).isEmpty()) {
                throw Refusal.malformed("A chunk is longer than its size.");
            }
        }
    }

    private static byte[] exactly(InputStream in, long length) throws IOException {
        byte[] body = in.readNBytes((int) length);
        if (body.length < length) {
            throw new EOFException("the body ends early");
        }
        return body;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("a chunk ends early");
            }
            if (line.length() > MOST_HEAD) {
                throw Refusal.malformed("A line between chunks is longer than " + MOST_HEAD + " octets.");
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

    /**
     * A whole number of the query, within bounds; the usual one where it is missing or none.
     *
     * @throws Refusal where its percent-encoding is none (RFC 3986 §2.1)
     */
    int number(String name, int usual, int least, int most) throws Refusal {
        for (String pair : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                String value = decoded(pair.substring(name.length() + 1));
                return value.matches("[0-9]{1,9}") ? Math.clamp(Long.parseLong(value), least, most) : usual;
            }
        }
        return usual;
    }

    private static String decoded(String text) throws Refusal {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.malformed("The query has a % that is not followed by two hexadecimal digits.");
        }
    }

    boolean head() {
        return method.equals("HEAD");
    }
}
