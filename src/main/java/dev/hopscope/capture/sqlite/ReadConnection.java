package dev.hopscope.capture.sqlite;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.capture.RowMarking;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeId;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/**
 * One connection that reads a session file, with what it has prepared. One thread at a time. Reads in short statements, so that it never holds up a writer, and
 * goes around what is damaged.
 */
final class ReadConnection implements AutoCloseable {
    private static final int BATCH = 500;

    private final Path file;
    private final Connection connection;
    private final Damage damage;
    private final BooleanSupplier writer;
    private final PreparedStatement selectExchange;
    private final ExchangeReading exchanges;

    /** @param writer whether a living process writes the file */
    ReadConnection(Path file, Damage damage, BooleanSupplier writer) throws IOException {
        this.file = file;
        this.damage = damage;
        this.writer = writer;
        Connection opened = null;
        try {
            opened = Database.reader(file);
            Database.requireSession(opened, file);
            connection = opened;
            selectExchange =
                    opened.prepareStatement("SELECT " + ExchangeReading.COLUMNS + " FROM exchange WHERE id = ?");
            exchanges = new ExchangeReading(opened, new ConnectionReading(opened));
        } catch (SQLException e) {
            closeQuietly(opened, e);
            throw Words.cannotRead(file, e);
        } catch (IOException e) {
            closeQuietly(opened, e);
            throw e;
        }
    }

    private static void closeQuietly(@Nullable Connection connection, Exception cause) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    Connection jdbc() {
        return connection;
    }

    /** Of a damaged file: what can be read. */
    long count() throws IOException {
        try {
            return Database.query(connection, "SELECT count(*) FROM exchange");
        } catch (SQLException e) {
            if (!isDamage(e)) {
                throw Words.cannotRead(file, e);
            }
        }
        long[] count = new long[1];
        rows(row -> ++count[0] > 0);
        return count[0];
    }

    /** Rows that keep nothing about caches, without touching a head. */
    void rows(Predicate<ExchangeRow> visitor) throws IOException {
        rows(RowMarking.NONE, visitor);
    }

    void rows(RowMarking marking, Predicate<ExchangeRow> visitor) throws IOException {
        RowReading reading = new RowReading(marking, writer.getAsBoolean());
        each(reading.sql(), reading::row, visitor);
    }

    void exchanges(Predicate<Exchange> visitor) throws IOException {
        boolean alive = writer.getAsBoolean();
        each(ExchangeReading.SQL, row -> exchanges.exchange(row, alive), visitor);
    }

    Optional<Exchange> find(ExchangeId id) throws IOException {
        try {
            selectExchange.setLong(1, id.value());
            try (ResultSet row = selectExchange.executeQuery()) {
                return row.next() ? Optional.of(exchanges.exchange(row, writer.getAsBoolean())) : Optional.empty();
            }
        } catch (SQLException e) {
            throw Words.cannotRead(file, e);
        } catch (DamagedException e) {
            throw new IOException("Exchange " + id + " in " + file + " is damaged: " + e.getMessage(), e);
        }
    }

    /** Makes something of a row. */
    interface Reading<T> {
        T of(ResultSet row) throws SQLException, DamagedException;
    }

    /** Gives all in order of id, batch by batch, and leaps over what is damaged. */
    private <T> void each(String select, Reading<T> reading, Predicate<T> visitor) throws IOException {
        Batch<T> batch = new Batch<>(select, reading, visitor);
        long after = 0;
        while (batch.more) {
            try {
                batch.read(after);
                after = batch.last;
            } catch (SQLException e) {
                if (!isDamage(e)) {
                    throw Words.cannotRead(file, e);
                }
                long from = Math.max(after, batch.last);
                after = land(select, from);
                damage.add("What stands after exchange #" + from + (after < 0 ? "" : " and up to #" + after)
                        + " is damaged and was left out");
                if (after < 0) {
                    return;
                }
            }
        }
    }

    /** The least id above {@code from} behind which there is something readable, found by growing leaps and halving; -1 if there is none. */
    private long land(String select, long from) {
        long failing = from;
        long leap = 1;
        while (!readable(select, from + leap)) {
            failing = from + leap;
            if (leap > (Long.MAX_VALUE - from) / 4) {
                return -1;
            }
            leap *= 2;
        }
        long good = from + leap;
        while (good - failing > 1) {
            long middle = failing + (good - failing) / 2;
            if (readable(select, middle)) {
                good = middle;
            } else {
                failing = middle;
            }
        }
        return good;
    }

    private boolean readable(String select, long after) {
        try (PreparedStatement one = prepare(select, after, 1);
                ResultSet row = one.executeQuery()) {
            row.next();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** Each time anew: the driver closes a statement that met damage. */
    private PreparedStatement prepare(String select, long after, int rows) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(select);
        statement.setLong(1, after);
        statement.setInt(2, rows);
        return statement;
    }

    private final class Batch<T> {
        private final String select;
        private final Reading<T> reading;
        private final Predicate<T> visitor;
        private long last;
        private boolean more = true;

        Batch(String select, Reading<T> reading, Predicate<T> visitor) {
            this.select = select;
            this.reading = reading;
            this.visitor = visitor;
        }

        void read(long after) throws SQLException {
            int found = 0;
            try (PreparedStatement statement = prepare(select, after, BATCH);
                    ResultSet row = statement.executeQuery()) {
                while (more && row.next()) {
                    found++;
                    long id = row.getLong(1);
                    one(row, id);
                    last = id;
                }
            }
            more = more && found == BATCH;
        }

        private void one(ResultSet row, long id) throws SQLException {
            T made;
            try {
                made = reading.of(row);
            } catch (DamagedException e) {
                damage.add("Exchange #" + id + " is damaged and was left out: " + e.getMessage());
                return;
            } catch (SQLException e) {
                if (!isDamage(e)) {
                    throw e;
                }
                damage.add("Exchange #" + id + " belongs to a damaged connection and was left out");
                return;
            }
            more = visitor.test(made);
        }
    }

    static boolean isDamage(SQLException e) {
        SQLiteErrorCode code = Words.code(e);
        return code == SQLiteErrorCode.SQLITE_CORRUPT
                || code == SQLiteErrorCode.SQLITE_TOOBIG
                || code == SQLiteErrorCode.SQLITE_IOERR;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            System.getLogger(ReadConnection.class.getName())
                    .log(System.Logger.Level.WARNING, "a reading connection was not closed well", e);
        }
    }
}
