package dev.hopscope.capture.sqlite;

import dev.hopscope.capture.ExchangeRow;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes rows of the table {@code exchange} rows in memory, without touching a head. One thread. */
final class RowReading {
    static final String SQL = """
        SELECT id, kind, state, started, flags, client, method, status, scheme, host, port, path, protocol, type, request_bytes, response_bytes,
          duration, setup, wait, receive, request_changes, response_changes, cause, parent, original
        FROM exchange WHERE id > ? ORDER BY id LIMIT ?\
        """;

    private static final ExchangeRow.Kind[] KINDS = ExchangeRow.Kind.values();
    private static final ExchangeRow.State[] STATES = ExchangeRow.State.values();
    private static final int LONGEST_NAME = 64 << 10;
    private static final int LONGEST_WORD = 1000;

    private RowReading() {}

    /** @param writer whether a living process writes the file: without one, what is under way was interrupted */
    static ExchangeRow row(ResultSet row, boolean writer) throws SQLException, DamagedException {
        Columns c = new Columns(row);
        ExchangeRow.Builder b =
                ExchangeRow.builder(c.number(1, Long.MAX_VALUE)).kind(KINDS[(int) c.number(0, KINDS.length - 1)]);
        b.state(state((int) c.number(0, STATES.length - 1), writer)).started(Math.floorDiv(c.number(), 1000));
        long flags = c.number();
        b.opened((flags & Schema.OPENED) != 0)
                .answeredHere((flags & Schema.ANSWERED_HERE) != 0)
                .upgraded((flags & Schema.UPGRADED) != 0)
                .notableChanges((flags & Schema.NOTABLE) != 0);
        b.client(c.text(LONGEST_WORD)).method(c.text(LONGEST_NAME)).status((int) orZero(c, 999));
        b.target(c.text(LONGEST_WORD), c.text(LONGEST_NAME), (int) orZero(c, 65535));
        b.path(c.text(LONGEST_NAME), (flags & Schema.PATH_CUT) != 0)
                .protocol(c.text(LONGEST_WORD))
                .type(c.text(LONGEST_WORD));
        b.bytes(c.number(0, Long.MAX_VALUE), c.number(-1, Long.MAX_VALUE)).duration(c.number(-1, Long.MAX_VALUE));
        b.shares(c.number(0, Long.MAX_VALUE), c.number(0, Long.MAX_VALUE), c.number(0, Long.MAX_VALUE));
        b.changes((int) c.number(0, 255), (int) c.number(0, 255));
        String cause = c.text(LONGEST_NAME);
        b.cause(cause.isEmpty() ? null : cause);
        return b.parent(orZero(c, Long.MAX_VALUE))
                .original(orZero(c, Long.MAX_VALUE))
                .build();
    }

    static ExchangeRow.State state(int stored, boolean writer) {
        ExchangeRow.State state = STATES[stored];
        return state == ExchangeRow.State.PENDING && !writer ? ExchangeRow.State.INTERRUPTED : state;
    }

    private static long orZero(Columns c, long most) throws SQLException, DamagedException {
        Long number = c.numberOrNull();
        if (number == null) {
            return 0;
        }
        if (number < 0 || number > most) {
            throw new DamagedException("a number out of range: " + number);
        }
        return number;
    }
}
