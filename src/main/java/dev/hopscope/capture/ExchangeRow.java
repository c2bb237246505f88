package dev.hopscope.capture;

import dev.hopscope.exchange.ChangeReason;
import dev.hopscope.exchange.Exchange;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The few facts of one exchange that stay in memory: what the table shows and sorts. Immutable, any thread; at most 200 bytes of heap with a path of 60
 * characters. Does not hold heads or bodies.
 */
public final class ExchangeRow {
    /** Characters of a path that stay in memory. */
    public static final int PATH_LIMIT = 256;

    /** What kind of row it is. */
    public enum Kind {
        HTTP,
        TUNNEL,
        HANDSHAKE
    }

    /** How it stands, as the table tells rows apart. */
    public enum State {
        PENDING,
        COMPLETED,
        FAILED,
        INTERRUPTED
    }

    private static final Kind[] KINDS = Kind.values();
    private static final State[] STATES = State.values();
    private static final int OPENED = 1;
    private static final int ANSWERED_HERE = 2;
    private static final int UPGRADED = 4;
    private static final int PATH_CUT = 8;
    private static final int PATH_WIDE = 16;
    private static final int NOTABLE = 32;
    private static final int SENT_HERE = 64;
    private static final byte[] NO_PATH = new byte[0];

    private final long id;
    private final long startedMicros;
    private final long requestBytes;
    private final long responseBytes;
    private final long durationMicros;
    private final long parent;
    private final long cacheMarks;
    private final int setup;
    private final int wait;
    private final int receive;
    private final String client;
    private final String method;
    private final String scheme;
    private final String host;
    private final String protocol;
    private final String type;
    /** Latin-1 where it can be (one byte a character), else UTF-8. */
    private final byte[] path;

    private final @Nullable Rare rare;
    private final char port;
    private final short status;
    private final byte kind;
    private final byte state;
    private final byte flags;
    private final byte requestChanges;
    private final byte responseChanges;

    /** What few rows have. */
    private record Rare(@Nullable String cause, long original) {}

    private ExchangeRow(Builder b) {
        id = b.id;
        startedMicros = b.startedMicros;
        requestBytes = b.requestBytes;
        responseBytes = b.responseBytes;
        durationMicros = b.durationMicros;
        parent = b.parent;
        cacheMarks = b.cacheMarks;
        setup = packed(b.setupMicros);
        wait = packed(b.waitMicros);
        receive = packed(b.receiveMicros);
        client = SharedText.of(b.client);
        method = SharedText.of(b.method);
        scheme = SharedText.of(b.scheme);
        host = SharedText.of(b.host);
        protocol = SharedText.of(b.protocol);
        type = SharedText.of(b.type);
        boolean cut = b.pathCut || b.path.length() > PATH_LIMIT;
        String kept = b.path.length() > PATH_LIMIT ? b.path.substring(0, PATH_LIMIT) : b.path;
        boolean wide = !latin1(kept);
        path = kept.isEmpty() ? NO_PATH : kept.getBytes(wide ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        rare = b.cause == null && b.original == 0 ? null : new Rare(b.cause, b.original);
        port = (char) b.port;
        status = (short) b.status;
        kind = (byte) b.kind.ordinal();
        state = (byte) b.state.ordinal();
        flags = (byte) ((b.opened ? OPENED : 0)
                | (b.answeredHere ? ANSWERED_HERE : 0)
                | (b.upgraded ? UPGRADED : 0)
                | (cut ? PATH_CUT : 0)
                | (wide ? PATH_WIDE : 0)
                | (b.notableChanges ? NOTABLE : 0)
                | (b.sentHere ? SENT_HERE : 0));
        requestChanges = (byte) Math.min(255, b.requestChanges);
        responseChanges = (byte) Math.min(255, b.responseChanges);
    }

    /** The row of a snapshot, without marks of caches. */
    public static ExchangeRow of(Exchange exchange) {
        return of(exchange, RowMarking.NONE);
    }

    /** The row of a snapshot. */
    public static ExchangeRow of(Exchange exchange, RowMarking marking) {
        return RowFacts.of(exchange, marking).build();
    }

    public static Builder builder(long id) {
        return new Builder(id);
    }

    public long id() {
        return id;
    }

    /** Microseconds since the epoch, wall clock. */
    public long startedMicros() {
        return startedMicros;
    }

    public Kind kind() {
        return KINDS[kind];
    }

    public State state() {
        return STATES[state];
    }

    /** The client's program, else its address. */
    public String client() {
        return client;
    }

    public String method() {
        return method;
    }

    /** 0 where there is none. */
    public int status() {
        return status;
    }

    /** {@code http} or {@code https}; empty for tunnels and handshakes. */
    public String scheme() {
        return scheme;
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    /** Path and query, cut at {@value #PATH_LIMIT} characters ({@link #pathCut}); empty for tunnels and handshakes. A new string at each call. */
    public String path() {
        return new String(path, (flags & PATH_WIDE) != 0 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }

    public boolean pathCut() {
        return (flags & PATH_CUT) != 0;
    }

    /** {@code 1.0}, {@code 1.1}, {@code 2}; empty for tunnels. */
    public String protocol() {
        return protocol;
    }

    /** The response's media type in short ({@code JSON}, {@code HTML}); empty if none. */
    public String type() {
        return type;
    }

    /** Content octets of the request; in tunnels octets from the client. */
    public long requestBytes() {
        return requestBytes;
    }

    /** Content octets of the response on the wire; -1 where there is none. */
    public long responseBytes() {
        return responseBytes;
    }

    /** Microseconds from the first octet to the end; -1 while pending and where it was interrupted. */
    public long durationMicros() {
        return durationMicros;
    }

    /**
     * Shares of the duration for the timing bar, microseconds: set-up (DNS, connect, TLS), waiting for the first octet, receiving. Exact up to 35 minutes, to
     * the millisecond up to 24 days, which is the most they say.
     */
    public long setupMicros() {
        return unpacked(setup);
    }

    public long waitMicros() {
        return unpacked(wait);
    }

    public long receiveMicros() {
        return unpacked(receive);
    }

    /** Whether TLS was opened for it, or, for a tunnel, whether the tunnel was opened. */
    public boolean opened() {
        return (flags & OPENED) != 0;
    }

    /** The tunnel it came through, 0 if none. */
    public long parent() {
        return parent;
    }

    /** What caches say they did, as the {@link RowMarking} of the session put it; 0 for nothing. */
    public long cacheMarks() {
        return cacheMarks;
    }

    /** Whether the user had Hopscope send it: a replay, or a request written here. */
    public boolean sentHere() {
        return (flags & SENT_HERE) != 0;
    }

    /** The exchange it replays or was made from, 0 if none. */
    public long original() {
        return rare == null ? 0 : rare.original;
    }

    /** Whether Hopscope itself answered (local page, error page, later the cache). */
    public boolean answeredHere() {
        return (flags & ANSWERED_HERE) != 0;
    }

    /** Whether the connection was upgraded (101). */
    public boolean upgraded() {
        return (flags & UPGRADED) != 0;
    }

    /** Lines changed on the request leg, at most 255. */
    public int requestChanges() {
        return requestChanges & 0xFF;
    }

    /** Lines changed on the response leg, at most 255. */
    public int responseChanges() {
        return responseChanges & 0xFF;
    }

    /** Whether a line was changed for a reason that is not routine ({@link ChangeReason#routine}). */
    public boolean notableChanges() {
        return (flags & NOTABLE) != 0;
    }

    /** The failure's code and words, or why a tunnel was not opened; null if neither. */
    public @Nullable String cause() {
        return rare == null ? null : rare.cause;
    }

    private static boolean latin1(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                return false;
            }
        }
        return true;
    }

    /** Microseconds as they are, or, where they do not fit, milliseconds below zero. */
    private static int packed(long micros) {
        if (micros <= Integer.MAX_VALUE) {
            return (int) Math.max(0, micros);
        }
        return -(int) Math.min(Integer.MAX_VALUE, micros / 1000);
    }

    private static long unpacked(int packed) {
        return packed >= 0 ? packed : -1000L * packed;
    }

    /** Collects the facts of a row; every fact has the value of a row that lacks it. One thread. Checks nothing. */
    public static final class Builder {
        private final long id;
        private long startedMicros;
        private Kind kind = Kind.HTTP;
        private State state = State.PENDING;
        private String client = "";
        private String method = "";
        private int status;
        private String scheme = "";
        private String host = "";
        private int port;
        private String path = "";
        private boolean pathCut;
        private String protocol = "";
        private String type = "";
        private long requestBytes;
        private long responseBytes = -1;
        private long durationMicros = -1;
        private long setupMicros;
        private long waitMicros;
        private long receiveMicros;
        private boolean opened;
        private boolean answeredHere;
        private boolean upgraded;
        private boolean sentHere;
        private long parent;
        private long cacheMarks;
        private long original;
        private int requestChanges;
        private int responseChanges;
        private boolean notableChanges;
        private @Nullable String cause;

        private Builder(long id) {
            this.id = id;
        }

        public Kind kind() {
            return kind;
        }

        public Builder started(long micros) {
            startedMicros = micros;
            return this;
        }

        public Builder kind(Kind value) {
            kind = value;
            return this;
        }

        public Builder state(State value) {
            state = value;
            return this;
        }

        public Builder client(String value) {
            client = value;
            return this;
        }

        public Builder method(String value) {
            method = value;
            return this;
        }

        public Builder status(int value) {
            status = value;
            return this;
        }

        public Builder target(String schemeOrEmpty, String hostName, int portNumber) {
            scheme = schemeOrEmpty;
            host = hostName;
            port = portNumber;
            return this;
        }

        /** @param cut whether {@code value} is already cut */
        public Builder path(String value, boolean cut) {
            path = value;
            pathCut = cut;
            return this;
        }

        public Builder protocol(String value) {
            protocol = value;
            return this;
        }

        public Builder type(String value) {
            type = value;
            return this;
        }

        public Builder bytes(long request, long response) {
            requestBytes = request;
            responseBytes = response;
            return this;
        }

        public Builder duration(long micros) {
            durationMicros = micros;
            return this;
        }

        public Builder shares(long setup, long waiting, long receiving) {
            setupMicros = setup;
            waitMicros = waiting;
            receiveMicros = receiving;
            return this;
        }

        public Builder opened(boolean value) {
            opened = value;
            return this;
        }

        public Builder answeredHere(boolean value) {
            answeredHere = value;
            return this;
        }

        public Builder upgraded(boolean value) {
            upgraded = value;
            return this;
        }

        public Builder sentHere(boolean value) {
            sentHere = value;
            return this;
        }

        public Builder parent(long value) {
            parent = value;
            return this;
        }

        public Builder cacheMarks(long value) {
            cacheMarks = value;
            return this;
        }

        public Builder original(long value) {
            original = value;
            return this;
        }

        public Builder changes(int request, int response) {
            requestChanges = request;
            responseChanges = response;
            return this;
        }

        public Builder notableChanges(boolean value) {
            notableChanges = value;
            return this;
        }

        public Builder cause(@Nullable String value) {
            cause = value;
            return this;
        }

        public ExchangeRow build() {
            return new ExchangeRow(this);
        }
    }
}
