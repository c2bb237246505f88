package dev.hopscope.inspect.body;

import dev.hopscope.exchange.Header;
import dev.hopscope.exchange.Headers;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A multipart body (RFC 2046 §5.1; form data: RFC 7578) part by part, each with its own head. Any thread. Undoes base64 and quoted-printable of a part; nested
 * parts are found when their part is looked at.
 */
final class MultipartView implements BodyView {
    private static final int MAX_PARTS = 2000;
    private static final int MAX_HEAD = 64 << 10;
    private static final int MAX_FIELDS = 200;

    @Override
    public String id() {
        return "multipart";
    }

    @Override
    public int priority(BodySample sample) {
        if (sample.bytes().length == 0) {
            return 0;
        }
        if (sample.type().type().equals("multipart")) {
            return 90;
        }
        return sniffed(sample) != null ? 58 : 0;
    }

    /** A first line of a delimiter and one that looks like a field after it; null where there is none. */
    private static @Nullable String sniffed(BodySample sample) {
        byte[] b = sample.bytes();
        if (b.length < 8 || b[0] != '-' || b[1] != '-') {
            return null;
        }
        String start = new String(b, 0, Math.min(b.length, 400), StandardCharsets.ISO_8859_1);
        int end = start.indexOf('\n');
        if (end < 4 || end > 75) {
            return null;
        }
        String field = start.substring(end + 1).toLowerCase(Locale.ROOT);
        String boundary = start.substring(2, end).stripTrailing();
        return !boundary.isEmpty() && boundary.indexOf(' ') < 0 && field.startsWith("content-") ? boundary : null;
    }

    @Override
    public BodyRendering render(BodySample sample) {
        String declared = sample.type().parameters().get("boundary");
        String boundary = declared != null && !declared.isEmpty() ? declared : sniffed(sample);
        List<String> columns = List.of("number", "name", "file", "type", "size");
        if (boundary == null) {
            return new BodyRendering.Parts(columns, List.of(), List.of(Note.of("multipart-no-boundary")));
        }
        return new Reader(sample, boundary).read(columns);
    }

    /** One pass over one body. */
    private static final class Reader {
        private final byte[] in;
        private final byte[] delimiter;
        private final boolean whole;
        private final List<BodyRendering.Part> parts = new ArrayList<>();
        private final List<Note> notes = new ArrayList<>();

        Reader(BodySample sample, String boundary) {
            in = sample.bytes();
            whole = sample.whole();
            delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        }

        BodyRendering read(List<String> columns) {
            int at = find(0);
            if (at < 0) {
                notes.add(Note.of("multipart-no-delimiter"));
            } else if (at > 2) {
                notes.add(Note.of("multipart-preamble", at));
            }
            boolean closed = false;
            while (at >= 0 && !closed && parts.size() < MAX_PARTS) {
                int after = at + delimiter.length;
                closed = after + 1 < in.length && in[after] == '-' && in[after + 1] == '-';
                int from = lineAfter(after);
                int next = closed ? -1 : find(from);
                if (!closed && from < in.length) {
                    part(from, next < 0 ? in.length : beforeLineEnd(from, next));
                }
                at = next;
            }
            if (at >= 0) {
                notes.add(Note.of("parts-cut", parts.size()));
            } else if (!closed && whole && !parts.isEmpty()) {
                notes.add(Note.of("multipart-open"));
            }
            notes.addFirst(Note.of("parts", parts.size()));
            return new BodyRendering.Parts(columns, List.copyOf(parts), List.copyOf(notes));
        }

        /** The next delimiter at the start of a line, or -1. */
        private int find(int from) {
            for (int i = Math.max(0, from); i + delimiter.length <= in.length; i++) {
                if (in[i] == '-'
                        && (i == 0 || in[i - 1] == '\n')
                        && Arrays.equals(in, i, i + delimiter.length, delimiter, 0, delimiter.length)
                        && delimited(i + delimiter.length)) {
                    return i;
                }
            }
            return -1;
        }

        /** Whether what follows lets it be a delimiter, and not a longer one of another level. */
        private boolean delimited(int at) {
            return at >= in.length || " \t\r\n-".indexOf(in[at]) >= 0;
        }

        private int lineAfter(int from) {
            int at = from;
            while (at < in.length && in[at] != '\n') {
                at++;
            }
            return Math.min(in.length, at + 1);
        }

        /** The line end before a delimiter belongs to the delimiter. */
        private int beforeLineEnd(int from, int delimiterAt) {
            int end = delimiterAt - 1;
            return Math.max(from, end > from && in[end - 1] == '\r' ? end - 1 : end);
        }

        private void part(int from, int to) {
            int body = from;
            List<Header> fields = new ArrayList<>();
            while (body < to && body - from < MAX_HEAD && fields.size() < MAX_FIELDS) {
                int next = Math.min(to, lineAfter(body));
                String line = new String(in, body, next - body, StandardCharsets.UTF_8).stripTrailing();
                body = next;
                if (line.isEmpty()) {
                    break;
                }
                int colon = line.indexOf(':');
                fields.add(
                        colon < 0
                                ? new Header(line, "")
                                : new Header(
                                        line.substring(0, colon),
                                        line.substring(colon + 1).strip()));
            }
            add(Headers.copyOf(fields), Arrays.copyOfRange(in, body, Math.max(body, to)));
        }

        private void add(Headers head, byte[] content) {
            MediaType disposition = MediaType.parse(head.first("Content-Disposition"));
            String type = head.first("Content-Type");
            byte[] decoded = decoded(head.first("Content-Transfer-Encoding"), content);
            parts.add(new BodyRendering.Part(
                    List.of(
                            Integer.toString(parts.size() + 1),
                            disposition.parameters().getOrDefault("name", ""),
                            disposition.parameters().getOrDefault("filename", ""),
                            type == null ? "" : MediaType.parse(type).toString(),
                            Integer.toString(decoded.length)),
                    HeadText.fields(head),
                    BodySample.part(MediaType.parse(type), decoded)));
        }

        private byte[] decoded(@Nullable String encoding, byte[] content) {
            return switch (encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT)) {
                case "base64" -> base64(content);
                case "quoted-printable" -> quotedPrintable(content);
                default -> content;
            };
        }

        private byte[] base64(byte[] content) {
            try {
                return Base64.getMimeDecoder().decode(content);
            } catch (IllegalArgumentException e) {
                notes.add(Note.of("multipart-no-base64", parts.size() + 1));
                return content;
            }
        }

        /** RFC 2045 §6.7, leniently. */
        private static byte[] quotedPrintable(byte[] content) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
            for (int i = 0; i < content.length; i++) {
                int high = content[i] == '=' && i + 2 < content.length ? Character.digit(content[i + 1], 16) : -1;
                int low = high < 0 ? -1 : Character.digit(content[i + 2], 16);
                if (low >= 0) {
                    out.write(high << 4 | low);
                    i += 2;
                } else if (content[i] == '='
                        && i + 1 < content.length
                        && (content[i + 1] == '\r' || content[i + 1] == '\n')) {
                    i += content[i + 1] == '\r' && i + 2 < content.length && content[i + 2] == '\n' ? 2 : 1;
                } else {
                    out.write(content[i]);
                }
            }
            return out.toByteArray();
        }
    }
}
