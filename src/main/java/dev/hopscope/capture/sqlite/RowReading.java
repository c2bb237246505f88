package dev.hopscope.capture.sqlite;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.capture.RowMarking;
import dev.hopscope.exchange.ResponseHead;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes rows of the table {@code exchange} rows in memory; looks at heads only for the marks of caches, where they are wanted. One thread. */
final class RowReading {
    private static final String COLUMNS = """
        SELECT id, kind, state, started, flags, client, method, status, scheme, host, port, path, protocol, type, request_bytes, response_bytes,
          duration, setup, wait, receive, request_changes, response_changes, cause, parent, original\
        """;

    private static final ExchangeRow.Kind[] KINDS = ExchangeRow.Kind.values();
    private static final ExchangeRow.State[] STATES = ExchangeRow.State.values();
    private static final int LONGEST_NAME = 64 << 10;
    private static final int LONGEST_WORD = 1000;

    private static final String HEADS = ", request_received, response_received, response_returned";
    private static final String FROM = " FROM exchange WHERE id > ? ORDER BY id LIMIT ?";

    private final RowMarking marking;
    private final boolean writer;

    /** @param writer whether a living process writes the file: without one, what is under way was interrupted */
    RowReading(RowMarking marking, boolean writer) {
        this.marking = marking;
        this.writer = writer;
    }

    String sql() {
        return COLUMNS + (marking == RowMarking.NONE ? "" : HEADS) + FROM;
    }

    ExchangeRow row(ResultSet row) throws SQLException, DamagedException {
        Columns c = new Columns(row);
        ExchangeRow.Builder b =
                ExchangeRow.builder(c.number(1, Long.MAX_VALUE)).kind(KINDS[(int) c.number(0, KINDS.length - 1)]);
        b.state(state((int) c.number(0, STATES.length - 1), writer)).started(Math.floorDiv(c.number(), 1000));
        long flags = c.number();
        b.opened((flags & Schema.OPENED) != 0)
                .answeredHere((flags & Schema.ANSWERED_HERE) != 0)
                .upgraded((flags & Schema.UPGRADED) != 0)
                .notableChanges((flags & Schema.NOTABLE) != 0)
                .sentHere((flags & Schema.SENT_HERE) != 0);
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
        b.parent(orZero(c, Long.MAX_VALUE)).original(orZero(c, Long.MAX_VALUE));
        if (marking != RowMarking.NONE && b.kind() == ExchangeRow.Kind.HTTP) {
            b.cacheMarks(marks(c));
        }
        return b.build();
    }

    /** Heads that cannot be read have no marks; whoever opens the exchange is told of the damage. */
    private long marks(Columns c) throws SQLException {
        Object requested = c.any();
        Object received = c.any();
        Object returned = c.any();
        try {
            ResponseHead response = HeadText.response(received, null);
            ResponseHead last = returned == null ? response : HeadText.response(returned, response);
            return last == null ? 0 : marking.of(HeadText.request(requested, null), last);
        } catch (DamagedException e) {
            return 0;
        }
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
