package dev.hopscope.proxy.protocol.http1;

import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.proxy.ProxyLimits;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the head of a request or response, or a trailer section, strictly by the grammar of RFC 9112 §2 to §5, from octets that may be split anywhere. On one
 * event loop. Judges single lines only, not what they mean together.
 *
 * <p>Each line is judged as soon as its end is there, and an unfinished line for octets that can never be right, so a bad head is refused at once. Not
 * accepted, though RFC 9112 allows some of it: a line end without CR, a CR elsewhere, folded lines, white space before the colon, controls.
 */
final class HeadReader {
    /** What is read. */
    enum Kind {
        REQUEST,
        RESPONSE,
        TRAILERS
    }

    private static final int EMPTY_LINES = 8;
    private static final byte[] NONE = new byte[0];

    private final Kind kind;
    private byte[] held = NONE;
    private int heldLength;
    private int octets;
    private int emptyLines;
    private boolean started;
    private Headers.Builder fields = Headers.builder();
    private byte[] codes = new byte[16];
    private String method = "";
    private String target = "";
    private HttpVersion version = HttpVersion.HTTP_1_1;
    private int status;
    private String reason = "";

    HeadReader(Kind kind) {
        this.kind = kind;
        this.started = kind == Kind.TRAILERS;
    }

    /** Makes it ready for the next head. */
    void reset() {
        heldLength = 0;
        octets = 0;
        emptyLines = 0;
        started = kind == Kind.TRAILERS;
        fields = Headers.builder();
    }

    /** Whether nothing but empty lines was read since the last {@link #reset}. */
    boolean untouched() {
        return octets <= 2 * emptyLines;
    }

    /**
     * Takes octets up to the end of the head, or all.
     *
     * @return whether the head is complete
     */
    boolean read(ByteBuf in, ProxyLimits limits) throws Refusal {
        Scratch scratch = Scratch.get();
        byte[] b = scratch.in;
        while (in.isReadable()) {
            int n = Math.min(in.readableBytes(), b.length);
            in.getBytes(in.readerIndex(), b, 0, n);
            int start = 0;
            int lf = lineFeed(b, 0, n);
            while (lf >= 0) {
                count(lf + 1 - start, limits);
                boolean end;
                if (heldLength > 0) {
                    hold(b, start, lf);
                    end = line(held, 0, heldLength, scratch, limits);
                    heldLength = 0;
                } else {
                    end = line(b, start, lf, scratch, limits);
                }
                start = lf + 1;
                if (end) {
                    in.skipBytes(start);
                    return true;
                }
                lf = lineFeed(b, start, n);
            }
            if (start < n) {
                count(n - start, limits);
                hold(b, start, n);
                unfinished();
            }
            in.skipBytes(n);
        }
        return false;
    }

    RequestHead requestHead() {
        return new RequestHead(method, target, version, fields.build());
    }

    ResponseHead responseHead() {
        return new ResponseHead(version, status, reason, fields.build());
    }

    Headers trailers() {
        return fields.build();
    }

    /** The {@link Field} of each line, in order, valid until the next {@link #read}; longer than the head. */
    byte[] codes() {
        return codes;
    }

    private static int lineFeed(byte[] b, int from, int to) {
        for (int i = from; i < to; i++) {
            if (b[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private void count(int more, ProxyLimits limits) throws Refusal {
        octets += more;
        if (octets > limits.headBytes()) {
            String what = kind == Kind.TRAILERS ? "trailer section" : "head";
            if (!started && kind == Kind.REQUEST) {
                throw new Refusal(
                        414, "target-too-long", "the request line is longer than " + limits.headBytes() + " octets");
            }
            throw new Refusal(
                    431, "head-too-large", "the " + what + " is larger than " + limits.headBytes() + " octets");
        }
    }

    private void hold(byte[] from, int start, int end) {
        int more = end - start;
        if (held.length - heldLength < more) {
            held = Arrays.copyOf(held, Math.max(256, Math.max(2 * held.length, heldLength + more)));
        }
        System.arraycopy(from, start, held, heldLength, more);
        heldLength += more;
    }

    /** Refuses an unfinished line that can only go wrong. */
    private void unfinished() throws Refusal {
        for (int i = 0; i < heldLength; i++) {
            int c = held[i];
            if (c == '\r' && i < heldLength - 1) {
                throw Refusal.bad("bare-cr", "a CR stands without the LF of a line end");
            }
            if (c != '\r' && !Octets.value(c)) {
                throw started ? control("a line") : notHttp();
            }
        }
        if (!started && held[0] != '\r' && !Octets.token(held[0])) {
            throw notHttp();
        }
    }

    private boolean line(byte[] b, int start, int lf, Scratch scratch, ProxyLimits limits) throws Refusal {
        int end = lf - 1;
        if (end < start || b[end] != '\r') {
            throw Refusal.bad("bare-lf", "a line ends with LF without CR");
        }
        if (!started) {
            if (end == start) {
                emptyLine();
                return false;
            }
            if (kind == Kind.REQUEST) {
                requestLine(b, start, end, scratch);
            } else {
                statusLine(b, start, end);
            }
            started = true;
            return false;
        }
        if (end == start) {
            return true;
        }
        if (fields.size() >= limits.headerCount()) {
            throw new Refusal(431, "too-many-fields", "there are more than " + limits.headerCount() + " field lines");
        }
        fieldLine(b, start, end, scratch);
        return false;
    }

    /** RFC 9112 §2.2: a server should ignore an empty line before a request; a client need not before a response. */
    private void emptyLine() throws Refusal {
        if (kind == Kind.RESPONSE || ++emptyLines > EMPTY_LINES) {
            throw Refusal.bad("empty-lines", "there are empty lines where a start line was due");
        }
    }

    private void requestLine(byte[] b, int start, int end, Scratch scratch) throws Refusal {
        int i = start;
        int hash = 0;
        while (i < end && Octets.token(b[i])) {
            hash = hash * 31 + b[i++];
        }
        if (i == start || i == end || b[i] != ' ') {
            throw notHttp();
        }
        method = scratch.name(b, start, i, hash);
        int targetStart = ++i;
        while (i < end && Octets.target(b[i])) {
            i++;
        }
        if (i == end) {
            throw Refusal.bad("no-version", "the request line names no version of HTTP");
        }
        if (i == targetStart || b[i] != ' ') {
            throw Refusal.bad("bad-target", "the request target is empty or holds an octet that may not stand there");
        }
        target = text(b, targetStart, i);
        version = version(b, i + 1, end);
    }

    /** RFC 9112 §4; the space after the code is missing from many servers when the reason is empty, which no reader takes otherwise. */
    private void statusLine(byte[] b, int start, int end) throws Refusal {
        if (end - start < 12 || b[start + 8] != ' ') {
            throw Refusal.bad("bad-status-line", "the answer does not begin with a status line of HTTP/1");
        }
        version = version(b, start, start + 8);
        int code = 0;
        for (int i = start + 9; i < start + 12; i++) {
            if (b[i] < '0' || b[i] > '9') {
                throw Refusal.bad("bad-status", "the status code is not three digits");
            }
            code = code * 10 + b[i] - '0';
        }
        if (code < 100) {
            throw Refusal.bad("bad-status", "the status code is below 100");
        }
        if (end > start + 12 && b[start + 12] != ' ') {
            throw Refusal.bad("bad-status", "the status code is not three digits and a space");
        }
        for (int i = start + 12; i < end; i++) {
            if (!Octets.value(b[i])) {
                throw control("the reason phrase");
            }
        }
        if (end > start + 13 && b[start + 13] == ' ') {
            throw Refusal.bad("bad-status-line", "there are two spaces after the status code");
        }
        status = code;
        reason = end > start + 13 ? reason(b, start + 13, end) : "";
    }

    private static String reason(byte[] b, int start, int end) {
        if (end - start == 2 && b[start] == 'O' && b[start + 1] == 'K') {
            return "OK";
        }
        return text(b, start, end);
    }

    private static HttpVersion version(byte[] b, int start, int end) throws Refusal {
        boolean name = end - start == 8
                && b[start] == 'H'
                && b[start + 1] == 'T'
                && b[start + 2] == 'T'
                && b[start + 3] == 'P'
                && b[start + 4] == '/'
                && digit(b[start + 5])
                && b[start + 6] == '.'
                && digit(b[start + 7]);
        if (!name) {
            throw Refusal.bad("bad-version", "the version is not written HTTP/ digit . digit");
        }
        if (b[start + 5] != '1') {
            throw new Refusal(505, "version-not-supported", "the version is none of HTTP/1");
        }
        return switch (b[start + 7]) {
            case '1' -> HttpVersion.HTTP_1_1;
            case '0' -> HttpVersion.HTTP_1_0;
            default -> throw Refusal.bad("bad-version", "there is no HTTP/1 above HTTP/1.1");
        };
    }

    private static boolean digit(byte octet) {
        return octet >= '0' && octet <= '9';
    }

    private void fieldLine(byte[] b, int start, int end, Scratch scratch) throws Refusal {
        int i = start;
        int hash = 0;
        while (i < end && Octets.token(b[i])) {
            hash = hash * 31 + b[i++];
        }
        if (i == start || i == end || b[i] != ':') {
            throw badName(b, start, i, end);
        }
        String name = scratch.name(b, start, i, hash);
        i++;
        while (i < end && (b[i] == ' ' || b[i] == '\t')) {
            i++;
        }
        int last = end;
        while (last > i && (b[last - 1] == ' ' || b[last - 1] == '\t')) {
            last--;
        }
        for (int k = i; k < last; k++) {
            if (!Octets.value(b[k])) {
                throw control("the field " + name);
            }
        }
        int index = fields.size();
        if (index == codes.length) {
            codes = Arrays.copyOf(codes, 2 * index);
        }
        codes[index] = scratch.code();
        fields.add(name, i == last ? "" : text(b, i, last));
    }

    private static Refusal badName(byte[] b, int start, int at, int end) {
        if (at == start && (b[start] == ' ' || b[start] == '\t')) {
            return Refusal.bad("folded-line", "a field line begins with white space, as folded lines once did");
        }
        if (at == start && b[start] == ':') {
            return Refusal.bad("empty-field-name", "a field line has no name");
        }
        if (at == end) {
            return Refusal.bad("no-colon", "a field line has no colon");
        }
        if (b[at] == ' ' || b[at] == '\t') {
            return Refusal.bad("space-in-field-name", "there is white space in a field name or before its colon");
        }
        return Refusal.bad("bad-field-name", "a field name holds an octet that may not stand there");
    }

    private static Refusal control(String where) {
        return Refusal.bad("control-octet", where + " holds a control octet");
    }

    private Refusal notHttp() {
        return kind == Kind.REQUEST
                ? Refusal.bad("not-http", "what came is no HTTP/1 request line")
                : Refusal.bad("bad-status-line", "the answer does not begin with a status line of HTTP/1");
    }

    private static String text(byte[] b, int start, int end) {
        return new String(b, start, end - start, StandardCharsets.ISO_8859_1);
    }
}
