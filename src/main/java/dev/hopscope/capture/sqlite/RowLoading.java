package dev.hopscope.capture.sqlite;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.capture.RowLog;
import dev.hopscope.capture.RowMarking;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Loads the rows of a file into a log, then looks whether the file is sound. On a thread of its own, which ends by itself. Keeps no heads. */
final class RowLoading implements AutoCloseable {
    private static final int BATCH = 2000;
    private static final int FINDINGS = 10;

    private final Readers readers;
    private final RowLog log;
    private final RowMarking marking;
    private final long last;
    private final Thread thread;
    private final List<ExchangeRow> batch = new ArrayList<>(BATCH);
    private volatile boolean closed;

    /**
     * @param last the highest id to load
     * @param check whether to look at every page of the file afterwards
     */
    RowLoading(Readers readers, RowLog log, RowMarking marking, long last, boolean check) {
        this.readers = readers;
        this.log = log;
        this.marking = marking;
        this.last = last;
        thread = Thread.ofPlatform().daemon().name("session-loader").start(() -> run(check));
    }

    private void run(boolean check) {
        try {
            readers.use(connection -> {
                connection.rows(marking, this::take);
                put();
                return null;
            });
            if (check && !closed) {
                readers.use(this::check);
            }
        } catch (IOException e) {
            if (!closed) {
                readers.damage().add(String.valueOf(e.getMessage()));
            }
        }
    }

    private boolean take(ExchangeRow row) {
        if (row.id() > last || closed) {
            return false;
        }
        batch.add(row);
        if (batch.size() == BATCH) {
            put();
        }
        return true;
    }

    private void put() {
        log.load(batch);
        batch.clear();
    }

    private Void check(ReadConnection connection) throws IOException {
        try (Statement statement = connection.jdbc().createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA quick_check(" + FINDINGS + ")")) {
            while (rows.next()) {
                String finding = rows.getString(1);
                if (!"ok".equals(finding)) {
                    readers.damage().add("SQLite finds damage: " + finding);
                }
            }
        } catch (SQLException e) {
            throw Words.cannotRead(readers.file(), e);
        }
        return null;
    }

    /** Waits until all rows are in the log. */
    void await() throws InterruptedException {
        thread.join();
    }

    /** Ends it at the next row; a check of the file under way ends with its connection. */
    @Override
    public void close() {
        closed = true;
    }
}
