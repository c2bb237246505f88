package dev.hopscope.capture.sqlite;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteLimits;

/**
 * Opens SQLite connections on session files: one to write by, or any number to read by, these without trust in what the file says. Pure; any thread; a connection
 * is for one thread at a time.
 */
final class Database {
    /** Octets of one row or value; a row beyond is not read. */
    private static final int LARGEST = 64 << 20;

    private static final int WAL_PAGES = 4096;

    private Database() {}

    /** Loads SQLite. */
    static void load() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            query(connection, "SELECT 1");
        }
    }

    static Connection writer(Path file) throws SQLException {
        Connection connection = connect(file, "mode=rw");
        try {
            run(connection, "PRAGMA busy_timeout = 1000");
            run(connection, "PRAGMA trusted_schema = OFF");
            run(connection, "PRAGMA cell_size_check = ON");
            run(connection, "PRAGMA page_size = " + Schema.PAGE);
            query(connection, "PRAGMA journal_mode = WAL");
            run(connection, "PRAGMA synchronous = NORMAL");
            query(connection, "PRAGMA wal_autocheckpoint = " + WAL_PAGES);
            query(connection, "PRAGMA journal_size_limit = " + 2L * WAL_PAGES * Schema.PAGE);
            run(connection, "PRAGMA temp_store = MEMORY");
            run(connection, "PRAGMA mmap_size = 0");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Falls back to reading an unchanging file where the folder forbids the files SQLite keeps beside it; only if no writes wait in one of those. */
    static Connection reader(Path file) throws SQLException {
        try {
            return reader(file, "mode=ro");
        } catch (SQLException e) {
            SQLiteErrorCode code = Words.code(e);
            boolean alone = !Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
            if (alone
                    && (code == SQLiteErrorCode.SQLITE_CANTOPEN || code == SQLiteErrorCode.SQLITE_READONLY)
                    && Files.isReadable(file)) {
                return reader(file, "mode=ro&immutable=1");
            }
            throw e;
        }
    }

    private static Connection reader(Path file, String parameters) throws SQLException {
        Connection connection = connect(file, parameters);
        try {
            ((SQLiteConnection) connection).setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, LARGEST);
            run(connection, "PRAGMA busy_timeout = 2000");
            run(connection, "PRAGMA query_only = ON");
            run(connection, "PRAGMA trusted_schema = OFF");
            run(connection, "PRAGMA cell_size_check = ON");
            run(connection, "PRAGMA mmap_size = 0");
            look(connection);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** SQLite refuses a file shorter than it says it is, unless it may go on all the same, as is right for one that is only read. */
    private static void look(Connection connection) throws SQLException {
        String look = "SELECT count(*) FROM sqlite_schema";
        try {
            query(connection, look);
        } catch (SQLException e) {
            if (Words.code(e) != SQLiteErrorCode.SQLITE_CORRUPT) {
                throw e;
            }
            run(connection, "PRAGMA writable_schema = ON");
            query(connection, look);
        }
    }

    private static Connection connect(Path file, String parameters) throws SQLException {
        StringBuilder uri = new StringBuilder("jdbc:sqlite:file:");
        for (Path part : file.toAbsolutePath().normalize()) {
            uri.append('/')
                    .append(URLEncoder.encode(part.toString(), StandardCharsets.UTF_8)
                            .replace("+", "%20"));
        }
        return DriverManager.getConnection(uri.append('?').append(parameters).toString(), new Properties());
    }

    /** @throws IOException where this is no session file of this version, in words */
    static void requireSession(Connection connection, Path file) throws IOException, SQLException {
        long application = query(connection, "PRAGMA application_id");
        long version = query(connection, "PRAGMA user_version");
        if (application != Schema.APPLICATION_ID) {
            throw new IOException(file + " is no Hopscope session");
        }
        if (version > Schema.VERSION) {
            throw new IOException(file + " was written by a newer Hopscope (format " + version + ", this one knows "
                    + Schema.VERSION + "); update Hopscope");
        }
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT sql FROM sqlite_schema WHERE type = 'table'")) {
            while (rows.next()) {
                found.add(String.valueOf(rows.getString(1)));
            }
        }
        if (version < 1 || !found.containsAll(Schema.TABLES)) {
            throw new IOException(
                    file + " does not have the tables of a session; it is damaged or was made by another program");
        }
    }

    /** Whether the schema holds more than ours: triggers, say, that would run as it is written. */
    static boolean hasMore(Connection connection) throws SQLException {
        return query(connection, "SELECT count(*) FROM sqlite_schema WHERE sql IS NOT NULL") != Schema.ALL.size();
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first number of the first row; 0 where there is none. */
    static long query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }
}
