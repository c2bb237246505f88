package dev.hopscope.capture.sqlite;

import dev.hopscope.capture.SessionStore;
import dev.hopscope.exchange.Direction;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Writes a session file, one transaction a batch. The recorder's thread alone. Does not decide when to write. */
final class SqliteStore implements SessionStore {
    private static final Logger LOG = System.getLogger(SqliteStore.class.getName());

    private final Path file;
    private final Connection connection;
    private final ConnectionRows connections;
    private final ExchangeRows exchanges;
    private final PreparedStatement insertBody;
    private final PreparedStatement deleteExchange;
    private final PreparedStatement deleteBodies;
    private boolean faultLogged;

    SqliteStore(Path file, Connection connection) throws SQLException {
        this.file = file;
        this.connection = connection;
        connections = new ConnectionRows(connection);
        exchanges = new ExchangeRows(connection, connections);
        insertBody = connection.prepareStatement("INSERT OR REPLACE INTO body VALUES (?,?)");
        deleteExchange = connection.prepareStatement("DELETE FROM exchange WHERE id = ?");
        deleteBodies = connection.prepareStatement("DELETE FROM body WHERE id BETWEEN ? AND ?");
    }

    @Override
    public void write(List<Entry> entries, List<Chunk> chunks) throws IOException {
        transaction(() -> {
            for (Entry entry : entries) {
                add(entry);
            }
            for (Chunk chunk : chunks) {
                insertBody.setLong(1, Schema.bodyKey(chunk.exchange(), chunk.direction(), chunk.number()));
                insertBody.setBytes(2, chunk.octets());
                insertBody.addBatch();
            }
            connections.write();
            exchanges.write();
            insertBody.executeBatch();
        });
    }

    /** One that cannot be put into columns is a fault of ours and must not keep the others from the disk. */
    private void add(Entry entry) throws SQLException {
        try {
            exchanges.add(entry);
        } catch (RuntimeException e) {
            if (!faultLogged) {
                faultLogged = true;
                LOG.log(
                        Level.ERROR,
                        "Exchange " + entry.exchange().id() + " cannot be written; further ones like it are not logged",
                        e);
            }
        }
    }

    @Override
    public void clear() throws IOException {
        transaction(() -> {
            Database.run(connection, "DELETE FROM exchange");
            Database.run(connection, "DELETE FROM body");
            Database.run(connection, "DELETE FROM connection");
            Database.run(connection, "DELETE FROM certificate");
            connections.forget();
        });
        try {
            Database.run(connection, "VACUUM");
            Database.query(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException e) {
            // a reader may be in the way: the space is then used again rather than given back
            LOG.log(Level.DEBUG, "the space of a cleared session was not given back", e);
        }
    }

    @Override
    public void remove(Collection<Long> ids) throws IOException {
        transaction(() -> {
            for (long id : ids) {
                deleteExchange.setLong(1, id);
                deleteExchange.addBatch();
                deleteBodies.setLong(1, Schema.bodyKey(id, Direction.REQUEST, 0));
                deleteBodies.setLong(2, Schema.bodyKey(id, Direction.RESPONSE, Schema.PIECES - 1));
                deleteBodies.addBatch();
            }
            deleteExchange.executeBatch();
            deleteBodies.executeBatch();
        });
    }

    @Override
    public void close() throws IOException {
        try (connection) {
            Database.query(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException e) {
            throw Words.cannotWrite(file, e);
        }
    }

    /** For tests: makes the disk seem full once the file has grown by so many pages. */
    void limitGrowth(long pages) throws SQLException {
        long now = Database.query(connection, "PRAGMA page_count");
        Database.query(connection, "PRAGMA max_page_count = " + (now + pages));
    }

    private interface Work {
        void run() throws SQLException;
    }

    private void transaction(Work work) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException(
                    file + " was removed or renamed while it was recorded; put it back or choose another session file");
        }
        try {
            Database.run(connection, "BEGIN IMMEDIATE");
            work.run();
            Database.run(connection, "COMMIT");
        } catch (SQLException e) {
            undo(e);
            throw Words.cannotWrite(file, e);
        }
    }

    private void undo(SQLException cause) {
        try {
            insertBody.clearBatch();
            deleteExchange.clearBatch();
            deleteBodies.clearBatch();
            exchanges.forget();
            if (!inAutoCommit()) {
                Database.run(connection, "ROLLBACK");
            }
            connections.forget();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** SQLite itself undoes a transaction on some errors; then there is none to roll back. */
    private boolean inAutoCommit() {
        try {
            Database.run(connection, "BEGIN");
            Database.run(connection, "ROLLBACK");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}
