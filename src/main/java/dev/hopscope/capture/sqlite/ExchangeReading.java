package dev.hopscope.capture.sqlite;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.exchange.BodyRef;
import dev.hopscope.exchange.ConnectionUse;
import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.FailedHandshake;
import dev.hopscope.exchange.Failure;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.Heads;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.Origin;
import dev.hopscope.exchange.Outcome;
import dev.hopscope.exchange.PassReason;
import dev.hopscope.exchange.Phase;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.exchange.Source;
import dev.hopscope.exchange.Trailers;
import dev.hopscope.exchange.TunnelExchange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes whole exchanges of rows of the table {@code exchange}. One thread. Opens no body. */
final class ExchangeReading {
    static final String COLUMNS = """
        id, kind, state, started, flags, scheme, host, port, request_bytes, response_bytes, parent, original,
        client_connection, client_nth, origin_connection, origin_nth,
        request_body_length, request_body_recorded, response_body_length, response_body_recorded,
        request_received, request_forwarded, response_received, response_returned, interim, trailers, changes, timings,
        failure_phase, failure_code, failure_detail, pass_code, pass_detail, sni, upgraded_to, imported_from, unreadable\
        """;

    static final String SQL = "SELECT " + COLUMNS + " FROM exchange WHERE id > ? ORDER BY id LIMIT ?";

    private final ConnectionReading connections;
    private final Connection connection;

    ExchangeReading(Connection connection, ConnectionReading connections) {
        this.connection = connection;
        this.connections = connections;
    }

    /** The columns all kinds share, as they were found. */
    private record Common(
            ExchangeId id,
            ExchangeRow.State state,
            long started,
            long flags,
            @Nullable String scheme,
            @Nullable String host,
            long port,
            long requestBytes,
            long responseBytes,
            @Nullable ExchangeId parent,
            @Nullable ExchangeId original,
            ConnectionUse client,
            @Nullable ConnectionUse origin) {}

    /** @param writer whether a living process writes the file */
    Exchange exchange(ResultSet row, boolean writer) throws SQLException, DamagedException {
        try {
            Columns c = new Columns(row);
            ExchangeId id = new ExchangeId(c.number());
            long kind = c.number(0, ExchangeRow.Kind.values().length - 1);
            ExchangeRow.State state =
                    RowReading.state((int) c.number(0, ExchangeRow.State.values().length - 1), writer);
            Common common = new Common(
                    id,
                    state,
                    c.number(),
                    c.number(),
                    c.textOrNull(),
                    c.textOrNull(),
                    c.number(0, 65535),
                    c.number(0, Long.MAX_VALUE),
                    Math.max(0, c.number(-1, Long.MAX_VALUE)),
                    id(c),
                    id(c),
                    use(c),
                    useOrNull(c));
            return switch (ExchangeRow.Kind.values()[(int) kind]) {
                case HTTP -> http(common, c);
                case TUNNEL -> tunnel(common, c);
                case HANDSHAKE -> handshake(common, c);
            };
        } catch (IllegalArgumentException e) {
            throw new DamagedException(String.valueOf(e.getMessage()));
        }
    }

    private HttpExchange http(Common x, Columns c) throws SQLException, DamagedException {
        BodyRef request = body(x, Direction.REQUEST, x.requestBytes, c);
        BodyRef response = body(x, Direction.RESPONSE, x.responseBytes, c);
        Heads heads = heads(c);
        List<ResponseHead> interim = HeadText.responses(c.any());
        Trailers trailers = trailers(c.any());
        Rest rest = new Rest(c, heads, trailers);
        Source source = rest.importedFrom != null ? new Source.Imported(rest.importedFrom) : Source.CAPTURED;
        if ((x.flags & Schema.WRITTEN) != 0) {
            source = new Source.Sent(x.original);
        } else if (x.original != null) {
            boolean validated = (x.flags & Schema.VALIDATED) != 0;
            source = validated ? new Source.Validated(x.original) : new Source.Replayed(x.original);
        }
        Origin origin = x.scheme == null || x.host == null
                ? null
                : new Origin(x.scheme, ConnectionReading.endpoint(x.host, x.port));
        return new HttpExchange(
                x.id,
                ConnectionReading.moment(x.started),
                0,
                x.client,
                x.parent,
                source,
                origin,
                rest.unreadable,
                heads,
                interim,
                trailers,
                rest.changes,
                x.origin,
                request,
                response,
                bytes(x.requestBytes, request),
                bytes(x.responseBytes, response),
                rest.upgradedTo,
                rest.timings,
                outcome(x, rest));
    }

    private TunnelExchange tunnel(Common x, Columns c) throws SQLException, DamagedException {
        skip(c, 4);
        Heads heads = heads(c);
        skip(c, 2);
        Rest rest = new Rest(c, heads, Trailers.NONE);
        PassReason passed = rest.passCode == null
                ? null
                : new PassReason(
                        Columns.word(PassReason.Code.class, rest.passCode),
                        rest.passDetail == null ? "" : rest.passDetail);
        return new TunnelExchange(
                x.id,
                ConnectionReading.moment(x.started),
                0,
                x.client,
                x.parent,
                ConnectionReading.endpoint(String.valueOf(x.host), x.port),
                heads,
                rest.changes,
                x.origin,
                (x.flags & Schema.DECIDED) != 0,
                rest.sni,
                passed,
                x.requestBytes,
                x.responseBytes,
                rest.timings,
                outcome(x, rest));
    }

    private static FailedHandshake handshake(Common x, Columns c) throws SQLException, DamagedException {
        skip(c, 10);
        Rest rest = new Rest(c, Heads.NONE, Trailers.NONE);
        return new FailedHandshake(
                x.id,
                ConnectionReading.moment(x.started),
                0,
                x.client,
                x.parent,
                ConnectionReading.endpoint(String.valueOf(x.host), x.port),
                rest.sni,
                rest.timings,
                outcome(x, rest));
    }

    private static void skip(Columns c, int columns) throws SQLException {
        for (int i = 0; i < columns; i++) {
            c.any();
        }
    }

    /** The columns from {@code changes} on. */
    private static final class Rest {
        private final List<dev.hopscope.exchange.HeaderChange> changes;
        private final dev.hopscope.exchange.Timings timings;
        private final @Nullable String phase;
        private final @Nullable String code;
        private final @Nullable String detail;
        private final @Nullable String passCode;
        private final @Nullable String passDetail;
        private final @Nullable String sni;
        private final @Nullable String upgradedTo;
        private final @Nullable String importedFrom;
        private final @Nullable String unreadable;

        Rest(Columns c, Heads heads, Trailers trailers) throws SQLException, DamagedException {
            changes = ChangeText.decode(c.textOrNull(), heads, trailers);
            timings = TimingText.decode(c.textOrNull());
            phase = c.textOrNull();
            code = c.textOrNull();
            detail = c.textOrNull();
            passCode = c.textOrNull();
            passDetail = c.textOrNull();
            sni = c.textOrNull();
            upgradedTo = c.textOrNull();
            importedFrom = c.textOrNull();
            unreadable = HeadText.octets(c.any());
        }
    }

    private static Outcome outcome(Common x, Rest rest) throws DamagedException {
        return switch (x.state) {
            case PENDING -> Outcome.PENDING;
            case COMPLETED -> Outcome.COMPLETED;
            case INTERRUPTED -> Outcome.INTERRUPTED;
            case FAILED -> {
                if (rest.phase == null || rest.code == null || rest.detail == null) {
                    throw new DamagedException("a failure without its cause");
                }
                yield new Outcome.Failed(new Failure(Columns.word(Phase.class, rest.phase), rest.code, rest.detail));
            }
        };
    }

    private static Heads heads(Columns c) throws SQLException, DamagedException {
        RequestHead received = HeadText.request(c.any(), null);
        RequestHead forwarded = HeadText.request(c.any(), received);
        ResponseHead response = HeadText.response(c.any(), null);
        ResponseHead returned = HeadText.response(c.any(), response);
        return new Heads(received, forwarded, response, returned);
    }

    private static Trailers trailers(@Nullable Object stored) throws DamagedException {
        if (stored == null) {
            return Trailers.NONE;
        }
        List<Headers> four = HeadText.headerSections(stored);
        if (four.size() != 4) {
            throw new DamagedException("trailers of " + four.size() + " hops");
        }
        return new Trailers(four.get(0), four.get(1), four.get(2), four.get(3));
    }

    /** What an exchange that did not end has of a body is found by looking. */
    private @Nullable BodyRef body(Common x, Direction direction, long passed, Columns c)
            throws SQLException, DamagedException {
        Long length = c.numberOrNull();
        Long recorded = c.numberOrNull();
        if (length != null && recorded != null) {
            return new BodyRef(x.id, direction, length, recorded);
        }
        boolean underWay = x.state == ExchangeRow.State.PENDING || x.state == ExchangeRow.State.INTERRUPTED;
        if (!underWay || x.id.value() > Schema.LAST_EXCHANGE) {
            return null;
        }
        try (PreparedStatement size =
                connection.prepareStatement("SELECT sum(length(octets)) FROM body WHERE id BETWEEN ? AND ?")) {
            size.setLong(1, Schema.bodyKey(x.id.value(), direction, 0));
            size.setLong(2, Schema.bodyKey(x.id.value(), direction, Schema.PIECES - 1));
            try (ResultSet row = size.executeQuery()) {
                long stored = row.next() ? row.getLong(1) : 0;
                return stored <= 0 ? null : new BodyRef(x.id, direction, Math.max(passed, stored), stored);
            }
        }
    }

    private static long bytes(long stored, @Nullable BodyRef body) {
        return body == null ? stored : Math.max(stored, body.length());
    }

    private static @Nullable ExchangeId id(Columns c) throws SQLException, DamagedException {
        Long id = c.numberOrNull();
        return id == null ? null : new ExchangeId(id);
    }

    private ConnectionUse use(Columns c) throws SQLException, DamagedException {
        ConnectionUse use = useOrNull(c);
        if (use == null) {
            throw new DamagedException("an exchange without a client");
        }
        return use;
    }

    private @Nullable ConnectionUse useOrNull(Columns c) throws SQLException, DamagedException {
        Long key = c.numberOrNull();
        Long nth = c.numberOrNull();
        return key == null || nth == null
                ? null
                : new ConnectionUse(connections.get(key), (int) Math.min(nth, Integer.MAX_VALUE));
    }
}
