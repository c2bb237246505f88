package dev.hopscope.capture.sqlite;

import dev.hopscope.exchange.Head;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Heads as they stand in the file. A head is lines joined by LF, one octet a character, as on the wire: the start line, then {@code name: value}. A head that was
 * made of another may say {@code =2-5} for lines 2 to 5 of that one. What cannot be said so (a line with a LF in it, a character above 255: imported, never
 * proxied) is {@link Netstrings} instead, which the type of the column, TEXT for BLOB, tells apart. Pure; any thread.
 */
final class HeadText {
    private static final int MOST_LINES = 100_000;

    private HeadText() {}

    /** @return a {@code byte[]} or a {@code String}, as it is to be stored; null for null */
    static @Nullable Object encode(@Nullable Head head) {
        return encode(head, null);
    }

    /** @param base the head {@code head} was made of, or null */
    static @Nullable Object encode(@Nullable Head head, @Nullable Head base) {
        if (head == null) {
            return null;
        }
        if (!plain(head)) {
            return Netstrings.encode(List.of(parts(head)));
        }
        LineBytes out = new LineBytes();
        if (base != null && plain(base)) {
            encodeAgainst(head, base, out);
        } else {
            out.line(head.startLine());
            fields(head.headers(), out);
        }
        return out.toBytes();
    }

    private static void fields(Headers headers, LineBytes out) {
        for (int i = 0; i < headers.size(); i++) {
            out.field(headers.name(i), headers.value(i));
        }
    }

    /** Line 0 is the start line, line {@code i} field {@code i - 1}. */
    private static void encodeAgainst(Head head, Head base, LineBytes out) {
        String start = head.startLine();
        int lines = head.headers().size() + 1;
        int from = start.equals(base.startLine()) ? 0 : -1;
        if (from < 0) {
            out.line(start);
        }
        int next = 1;
        for (int line = 1; line < lines; line++) {
            int found = find(base.headers(), head.headers(), line - 1, next);
            if (found == next && from >= 0) {
                next++;
                continue;
            }
            run(from, next, out);
            from = found;
            if (found < 0) {
                out.field(head.headers().name(line - 1), head.headers().value(line - 1));
            } else {
                next = found + 1;
            }
        }
        run(from, next, out);
    }

    private static void run(int from, int end, LineBytes out) {
        if (from >= 0) {
            out.line("=" + from + "-" + (end - 1));
        }
    }

    /** The line of {@code base}, from {@code next} on, that is the field {@code index} of {@code headers}; -1 if none. */
    private static int find(Headers base, Headers headers, int index, int next) {
        String name = headers.name(index);
        String value = headers.value(index);
        for (int i = next - 1; i < base.size(); i++) {
            if (base.name(i).equals(name) && base.value(i).equals(value)) {
                return i + 1;
            }
        }
        return -1;
    }

    /** Several heads, or parts of heads without start line, with an empty line after each. */
    static Object encodeHeads(List<? extends Head> heads) {
        if (!heads.stream().allMatch(HeadText::plain)) {
            return Netstrings.encode(heads.stream().map(HeadText::parts).toList());
        }
        LineBytes out = new LineBytes();
        for (Head head : heads) {
            out.line(head.startLine());
            fields(head.headers(), out);
            out.line("");
        }
        return out.toBytes();
    }

    static Object encodeSections(List<Headers> sections) {
        if (!sections.stream().allMatch(HeadText::plain)) {
            return Netstrings.encode(sections.stream().map(HeadText::flat).toList());
        }
        LineBytes out = new LineBytes();
        for (Headers section : sections) {
            fields(section, out);
            out.line("");
        }
        return out.toBytes();
    }

    /** Text that is most often octets, one a character. */
    static @Nullable Object encodeOctets(@Nullable String text) {
        return text == null || text.chars().anyMatch(c -> c > 0xFF) ? text : text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean plain(Head head) {
        boolean start = switch (head) {
            case RequestHead r -> token(r.method()) && !r.method().startsWith("HTTP/") && line(r.target());
            case ResponseHead r -> line(r.reason());
        };
        return start && plain(head.headers());
    }

    private static boolean plain(Headers headers) {
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.name(i);
            if (!token(name) || name.indexOf(':', 1) > 0 || !line(headers.value(i))) {
                return false;
            }
        }
        return true;
    }

    /** Not empty, no space, and no sign that begins a line of another meaning. */
    private static boolean token(String text) {
        return !text.isEmpty() && text.charAt(0) != '=' && text.indexOf(' ') < 0 && line(text);
    }

    private static boolean line(String text) {
        int all = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                return false;
            }
            all |= c;
        }
        return all <= 0xFF;
    }

    private static List<String> parts(Head head) {
        List<String> parts = new ArrayList<>();
        switch (head) {
            case RequestHead r ->
                parts.addAll(List.of(r.method(), r.target(), r.version().text()));
            case ResponseHead r -> parts.addAll(List.of(r.version().text(), Integer.toString(r.status()), r.reason()));
        }
        parts.addAll(flat(head.headers()));
        return parts;
    }

    private static List<String> flat(Headers headers) {
        List<String> flat = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            flat.add(headers.name(i));
            flat.add(headers.value(i));
        }
        return flat;
    }

    // ---- back

    static @Nullable RequestHead request(@Nullable Object stored, @Nullable Head base) throws DamagedException {
        return stored == null ? null : requestOf(parts(stored, base));
    }

    static @Nullable ResponseHead response(@Nullable Object stored, @Nullable Head base) throws DamagedException {
        return stored == null ? null : responseOf(parts(stored, base));
    }

    static List<ResponseHead> responses(@Nullable Object stored) throws DamagedException {
        List<ResponseHead> heads = new ArrayList<>();
        for (List<String> parts : sections(stored, true)) {
            heads.add(responseOf(parts));
        }
        return List.copyOf(heads);
    }

    static List<Headers> headerSections(@Nullable Object stored) throws DamagedException {
        List<Headers> all = new ArrayList<>();
        for (List<String> parts : sections(stored, false)) {
            all.add(headersOf(parts, 0));
        }
        return all;
    }

    static @Nullable String octets(@Nullable Object stored) throws DamagedException {
        return switch (stored) {
            case null -> null;
            case String text -> text;
            case byte[] octets -> new String(octets, StandardCharsets.ISO_8859_1);
            default -> throw new DamagedException("neither octets nor text");
        };
    }

    private static RequestHead requestOf(List<String> parts) throws DamagedException {
        if (parts.size() < 3) {
            throw new DamagedException("a head without a start line");
        }
        return new RequestHead(parts.get(0), parts.get(1), version(parts.get(2)), headersOf(parts, 3));
    }

    private static ResponseHead responseOf(List<String> parts) throws DamagedException {
        if (parts.size() < 3) {
            throw new DamagedException("a head without a start line");
        }
        try {
            return new ResponseHead(
                    version(parts.get(0)), Integer.parseInt(parts.get(1)), parts.get(2), headersOf(parts, 3));
        } catch (NumberFormatException e) {
            throw new DamagedException("a status that is no number");
        }
    }

    private static Headers headersOf(List<String> parts, int from) throws DamagedException {
        if ((parts.size() - from) % 2 != 0) {
            throw new DamagedException("a field without a value");
        }
        return Headers.of(parts.subList(from, parts.size()).toArray(String[]::new));
    }

    private static HttpVersion version(String text) throws DamagedException {
        for (HttpVersion version : HttpVersion.values()) {
            if (version.text().equals(text)) {
                return version;
            }
        }
        throw new DamagedException("an unknown version of HTTP");
    }

    private static List<String> parts(Object stored, @Nullable Head base) throws DamagedException {
        if (stored instanceof String text) {
            List<List<String>> sections = Netstrings.decode(text);
            return sections.isEmpty() ? List.of() : sections.getFirst();
        }
        List<String> parts = new ArrayList<>();
        for (String line : lines(stored)) {
            if (line.startsWith("=")) {
                copy(line, base, parts);
            } else if (parts.isEmpty()) {
                start(line, parts);
            } else {
                field(line, parts);
            }
            if (parts.size() > 2 * MOST_LINES) {
                throw new DamagedException("a head of too many lines");
            }
        }
        return parts;
    }

    private static void copy(String run, @Nullable Head base, List<String> parts) throws DamagedException {
        int dash = run.indexOf('-');
        if (base == null || dash < 0) {
            throw new DamagedException("lines of a head that is not there");
        }
        int from = Text.number(run.substring(1, dash));
        int to = Text.number(run.substring(dash + 1));
        Headers fields = base.headers();
        if (to > fields.size() || parts.isEmpty() != (from == 0)) {
            throw new DamagedException("lines of a head that are not there");
        }
        for (int line = from; line <= to; line++) {
            if (line == 0) {
                parts.addAll(parts(base).subList(0, 3));
            } else {
                parts.add(fields.name(line - 1));
                parts.add(fields.value(line - 1));
            }
        }
    }

    /** Three parts by the first and last space of a request's start line, or the first two of a response's: which is told by where the version stands. */
    private static void start(String line, List<String> parts) throws DamagedException {
        int first = line.indexOf(' ');
        boolean response = line.startsWith("HTTP/");
        int second = response ? line.indexOf(' ', first + 1) : line.lastIndexOf(' ');
        if (first < 0 || second <= first) {
            throw new DamagedException("a start line of fewer than three parts");
        }
        parts.add(line.substring(0, first));
        parts.add(line.substring(first + 1, second));
        parts.add(line.substring(second + 1));
    }

    private static void field(String line, List<String> parts) throws DamagedException {
        int colon = line.indexOf(": ", 1);
        if (colon < 0) {
            throw new DamagedException("a field line without a colon");
        }
        parts.add(line.substring(0, colon));
        parts.add(line.substring(colon + 2));
    }

    private static List<List<String>> sections(@Nullable Object stored, boolean heads) throws DamagedException {
        if (stored == null) {
            return List.of();
        }
        if (stored instanceof String text) {
            return Netstrings.decode(text);
        }
        List<List<String>> sections = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (String line : lines(stored)) {
            if (line.isEmpty()) {
                sections.add(parts);
                parts = new ArrayList<>();
            } else if (heads && parts.isEmpty()) {
                start(line, parts);
            } else {
                field(line, parts);
            }
        }
        return sections;
    }

    private static List<String> lines(Object stored) throws DamagedException {
        if (!(stored instanceof byte[] octets)) {
            throw new DamagedException("a head that is neither octets nor text");
        }
        return Text.lines(new String(octets, StandardCharsets.ISO_8859_1), MOST_LINES);
    }
}
