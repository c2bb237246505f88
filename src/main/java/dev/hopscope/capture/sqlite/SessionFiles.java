package dev.hopscope.capture.sqlite;

import dev.hopscope.capture.RecordingOptions;
import dev.hopscope.capture.RecordingSession;
import dev.hopscope.capture.RowMarking;
import dev.hopscope.capture.Session;
import dev.hopscope.capture.SessionReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The way to sessions on disk: to record one, to look at one, to read one through. Any thread; blocks on the disk. Chooses no file names. */
public final class SessionFiles {
    /** States of connections among which the highest connection id must be: ids and states increase together. */
    private static final int NEWEST_CONNECTIONS = 50_000;

    private SessionFiles() {}

    /**
     * Loads SQLite, so that the first session opens sooner.
     *
     * @throws SQLException where it cannot be loaded; whoever opens a session is told the same in words
     */
    public static void warmUp() throws SQLException {
        Database.load();
    }

    /**
     * Records into a file, which is created (mode 0600) or continued: what it holds stays, and ids go on after its highest.
     *
     * @throws IOException where it cannot be: another writer, another program's file, no right to write; the message says what to do
     */
    public static RecordingSession record(Path file, RecordingOptions options) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException("The folder of " + file + " does not exist; create it or choose another");
        }
        WriterLock lock = WriterLock.take(file);
        Connection connection = null;
        try {
            requireOurs(file);
            connection = Database.writer(file);
            return start(file, options, lock, connection);
        } catch (SQLException e) {
            release(lock, connection, e);
            throw Words.cannotWrite(file, e);
        } catch (IOException | RuntimeException e) {
            release(lock, connection, e);
            throw e;
        }
    }

    private static LiveSession start(Path file, RecordingOptions options, WriterLock lock, Connection connection)
            throws IOException, SQLException {
        if (empty(connection)) {
            create(connection);
        } else {
            Database.run(connection, "UPDATE exchange SET state = 3 WHERE state = 0");
        }
        long lastExchange = Database.query(connection, "SELECT max(id) FROM exchange");
        long lastConnection = Database.query(
                connection,
                "SELECT max(id) FROM (SELECT id FROM connection ORDER BY key DESC LIMIT " + NEWEST_CONNECTIONS + ")");
        if (Math.max(lastExchange, lastConnection) > Schema.LAST_EXCHANGE / 2) {
            throw new IOException(
                    file + " holds numbers too high to go on from; choose another session file to record into");
        }
        return new LiveSession(file, lock, new SqliteStore(file, connection), options, lastExchange, lastConnection);
    }

    private static boolean empty(Connection connection) throws SQLException {
        return Database.query(connection, "PRAGMA application_id") == 0
                && Database.query(connection, "SELECT count(*) FROM sqlite_schema") == 0;
    }

    /** Creates the file, or looks at it by a connection that cannot change it. */
    private static void requireOurs(Path file) throws IOException, SQLException {
        if (!Files.exists(file)) {
            Files.createFile(file, OwnerOnly.attributes(file));
            return;
        }
        try (Connection connection = Database.reader(file)) {
            if (empty(connection)) {
                return;
            }
            Database.requireSession(connection, file);
            if (Database.hasMore(connection)) {
                throw new IOException(file
                        + " holds tables or triggers that are not Hopscope's; choose another session file to"
                        + " record into");
            }
        } catch (SQLException e) {
            throw Words.cannotRead(file, e);
        }
    }

    private static void create(Connection connection) throws SQLException {
        Database.run(connection, "BEGIN IMMEDIATE");
        for (String sql : Schema.ALL) {
            Database.run(connection, sql);
        }
        Database.run(connection, "PRAGMA application_id = " + Schema.APPLICATION_ID);
        Database.run(connection, "PRAGMA user_version = " + Schema.VERSION);
        Database.run(connection, "COMMIT");
        Database.query(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static void release(WriterLock lock, @Nullable Connection connection, Exception cause) {
        try (lock) {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException | IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** The same, with rows that keep nothing about caches. */
    public static Session open(Path file) throws IOException {
        return open(file, RowMarking.NONE);
    }

    /**
     * Opens a session to look at; its rows come into the log in the background.
     *
     * @param marking what the rows keep of the fields about caches; read from the heads, so a file of any age has it
     * @throws IOException where it is no session that can be read; the message says why
     */
    public static Session open(Path file, RowMarking marking) throws IOException {
        requireFile(file);
        return new OpenedSession(file, marking);
    }

    /**
     * Opens a session to read through.
     *
     * @throws IOException where it is no session that can be read; the message says why
     */
    public static SessionReader read(Path file) throws IOException {
        requireFile(file);
        return new FileReader(file);
    }

    private static void requireFile(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + (Files.exists(file) ? " is not a file" : " does not exist"));
        }
        if (!Files.isReadable(file)) {
            throw new IOException(file + " may not be read; ask its owner");
        }
    }

    /** Whether a living process records into the file; where that cannot be found out, no. */
    static boolean hasWriter(Path file) {
        try {
            return WriterLock.held(file);
        } catch (IOException e) {
            return false;
        }
    }

    /** Octets of a session file and those SQLite keeps beside it; 0 for what is not there. */
    static long sizeOnDisk(Path file) {
        long sum = 0;
        for (String suffix : new String[] {"", "-wal", "-shm"}) {
            Path one = file.resolveSibling(file.getFileName() + suffix);
            try {
                sum += Files.size(one);
            } catch (IOException e) {
                // not there, or gone meanwhile
            }
        }
        return sum;
    }
}
