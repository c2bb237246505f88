package dev.hopscope.capture.sqlite;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.capture.SessionStore;
import dev.hopscope.exchange.BodyRef;
import dev.hopscope.exchange.ConnectionUse;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.FailedHandshake;
import dev.hopscope.exchange.HeaderChange;
import dev.hopscope.exchange.Heads;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.Outcome;
import dev.hopscope.exchange.Source;
import dev.hopscope.exchange.Trailers;
import dev.hopscope.exchange.TunnelExchange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes snapshots as rows of the table {@code exchange}, in the order of {@link Schema#EXCHANGE}. The writer's thread. */
final class ExchangeRows {
    private static final int COLUMNS = 50;

    private final ConnectionRows connections;
    private final PreparedStatement insert;

    /** Where the next value goes. */
    private int column;

    ExchangeRows(Connection connection, ConnectionRows connections) throws SQLException {
        this.connections = connections;
        insert = connection.prepareStatement(
                "INSERT OR REPLACE INTO exchange VALUES (" + String.join(",", Collections.nCopies(COLUMNS, "?")) + ")");
    }

    void forget() throws SQLException {
        insert.clearBatch();
    }

    void write() throws SQLException {
        insert.executeBatch();
    }

    void add(SessionStore.Entry entry) throws SQLException {
        column = 1;
        Exchange x = entry.exchange();
        row(x, entry.row());
        use(x.client());
        switch (x) {
            case HttpExchange h -> {
                use(h.originConnection());
                body(h.requestBody());
                body(h.responseBody());
                heads(h.heads());
                put(h.interim().isEmpty() ? null : HeadText.encodeHeads(h.interim()));
                put(trailers(h.trailers()));
                end(x, h.changes(), h.heads(), h.trailers());
                tunnel(null, null);
                put(h.upgradedTo());
                put(h.source() instanceof Source.Imported i ? i.from() : null);
                put(HeadText.encodeOctets(h.unreadable()));
            }
            case TunnelExchange t -> {
                use(t.originConnection());
                skip(4);
                heads(t.heads());
                skip(2);
                end(x, t.changes(), t.heads(), Trailers.NONE);
                tunnel(t, t.sni());
                skip(3);
            }
            case FailedHandshake f -> {
                skip(12);
                end(x, List.of(), Heads.NONE, Trailers.NONE);
                tunnel(null, f.sni());
                skip(3);
            }
        }
        insert.addBatch();
    }

    private void row(Exchange x, ExchangeRow row) throws SQLException {
        boolean decided = x instanceof TunnelExchange t && t.decided();
        boolean validated = x instanceof HttpExchange v && v.source() instanceof Source.Validated;
        boolean written = x instanceof HttpExchange w && w.source() instanceof Source.Sent;
        put(row.id());
        put(row.kind().ordinal());
        put(row.state().ordinal());
        put(ConnectionRows.nanos(x.started()));
        put((row.opened() ? Schema.OPENED : 0)
                | (row.answeredHere() ? Schema.ANSWERED_HERE : 0)
                | (row.upgraded() ? Schema.UPGRADED : 0)
                | (row.pathCut() ? Schema.PATH_CUT : 0)
                | (decided ? Schema.DECIDED : 0)
                | (validated ? Schema.VALIDATED : 0)
                | (row.sentHere() ? Schema.SENT_HERE : 0)
                | (written ? Schema.WRITTEN : 0)
                | (row.notableChanges() ? Schema.NOTABLE : 0));
        put(row.client());
        put(row.method());
        put(row.status());
        boolean origin = !(x instanceof HttpExchange h) || h.origin() != null;
        put(origin ? row.scheme() : null);
        put(origin ? row.host() : null);
        put(row.port());
        put(row.path());
        put(row.protocol());
        put(row.type());
        put(row.requestBytes());
        put(row.responseBytes());
        put(row.durationMicros());
        put(row.setupMicros());
        put(row.waitMicros());
        put(row.receiveMicros());
        put(row.requestChanges());
        put(row.responseChanges());
        put(row.cause());
        putPositive(row.parent());
        putPositive(row.original());
    }

    private void end(Exchange x, List<HeaderChange> changes, Heads heads, Trailers trailers) throws SQLException {
        put(ChangeText.encode(changes, heads, trailers));
        put(TimingText.encode(x.timings()));
        if (x.outcome() instanceof Outcome.Failed f) {
            put(f.failure().phase().name());
            put(f.failure().code());
            put(f.failure().detail());
        } else {
            skip(3);
        }
    }

    private void tunnel(@Nullable TunnelExchange t, @Nullable String sni) throws SQLException {
        if (t != null && t.passed() != null) {
            put(t.passed().code().name());
            put(t.passed().detail());
        } else {
            skip(2);
        }
        put(sni);
    }

    private static @Nullable Object trailers(Trailers t) {
        return t.equals(Trailers.NONE)
                ? null
                : HeadText.encodeSections(
                        List.of(t.requestReceived(), t.requestForwarded(), t.responseReceived(), t.responseReturned()));
    }

    private void heads(Heads h) throws SQLException {
        put(HeadText.encode(h.requestReceived()));
        put(HeadText.encode(h.requestForwarded(), h.requestReceived()));
        put(HeadText.encode(h.responseReceived()));
        put(HeadText.encode(h.responseReturned(), h.responseReceived()));
    }

    private void use(@Nullable ConnectionUse use) throws SQLException {
        if (use == null) {
            skip(2);
        } else {
            put(connections.key(use.connection()));
            put(use.nth());
        }
    }

    private void body(@Nullable BodyRef body) throws SQLException {
        if (body == null) {
            skip(2);
        } else {
            put(body.length());
            put(body.recorded());
        }
    }

    private void put(long value) throws SQLException {
        insert.setLong(column++, value);
    }

    private void putPositive(long value) throws SQLException {
        put(value == 0 ? null : (Object) value);
    }

    private void put(@Nullable Object value) throws SQLException {
        insert.setObject(column++, value);
    }

    private void skip(int columns) throws SQLException {
        for (int i = 0; i < columns; i++) {
            put((Object) null);
        }
    }
}
