package dev.hopscope.capture.sqlite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;

/**
 * Finds exchanges whose heads or URL contain a text, ignoring the case of ASCII letters, by reading all heads in order of id. One thread. Keeps no index, so that
 * recording pays nothing for it.
 */
final class HeadSearch {
    private static final int BATCH = 1000;
    private static final String SQL = """
        SELECT id, request_received, request_forwarded, response_received, response_returned, interim, trailers, unreadable, scheme, host, port, path
        FROM exchange WHERE id > ? ORDER BY id LIMIT ?\
        """;

    private static final int FIRST_HEAD = 2;
    private static final int LAST_HEAD = 8;

    private final String text;
    private final byte[] octets;
    private final byte[] utf8;

    HeadSearch(String text) {
        this.text = text.toLowerCase(Locale.ROOT);
        octets = lower(text.getBytes(StandardCharsets.ISO_8859_1));
        utf8 = lower(text.getBytes(StandardCharsets.UTF_8));
    }

    void run(Readers readers, Consumer<long[]> hits, DoublePredicate progress) throws IOException {
        readers.use(connection -> {
            try (PreparedStatement select = connection.jdbc().prepareStatement(SQL)) {
                long last = Database.query(connection.jdbc(), "SELECT max(id) FROM exchange");
                scan(select, last, hits, progress);
                return null;
            } catch (SQLException e) {
                throw Words.cannotRead(readers.file(), e);
            }
        });
    }

    private void scan(PreparedStatement select, long last, Consumer<long[]> hits, DoublePredicate progress)
            throws SQLException {
        long reached = 0;
        long[] found = new long[BATCH];
        while (true) {
            select.setLong(1, reached);
            select.setInt(2, BATCH);
            int rows = 0;
            int count = 0;
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows++;
                    reached = row.getLong(1);
                    if (matches(row)) {
                        found[count++] = reached;
                    }
                }
            }
            if (count > 0) {
                hits.accept(Arrays.copyOf(found, count));
            }
            boolean end = rows < BATCH;
            if (!progress.test(end || last <= 0 ? 1 : Math.min(1, reached / (double) last)) || end) {
                return;
            }
        }
    }

    private boolean matches(ResultSet row) throws SQLException {
        for (int column = FIRST_HEAD; column <= LAST_HEAD; column++) {
            byte[] head = row.getBytes(column);
            if (head != null && (in(head, octets) || (utf8.length != octets.length && in(head, utf8)))) {
                return true;
            }
        }
        return url(row).toLowerCase(Locale.ROOT).contains(text);
    }

    private static String url(ResultSet row) throws SQLException {
        String scheme = row.getString(9);
        String host = row.getString(10);
        int port = row.getInt(11);
        if (host == null) {
            return "";
        }
        boolean usual = ("http".equals(scheme) && port == 80) || ("https".equals(scheme) && port == 443);
        String path = row.getString(12);
        return (scheme == null || scheme.isEmpty() ? "" : scheme + "://")
                + host
                + (usual ? "" : ":" + port)
                + (path == null ? "" : path);
    }

    private static boolean in(byte[] head, byte[] wanted) {
        if (wanted.length == 0) {
            return true;
        }
        byte first = wanted[0];
        int end = head.length - wanted.length;
        for (int at = 0; at <= end; at++) {
            if (lower(head[at]) == first && matchesAt(head, at, wanted) && !inRun(head, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matchesAt(byte[] head, int at, byte[] wanted) {
        for (int i = 1; i < wanted.length; i++) {
            if (lower(head[at + i]) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the place is in a line that only points at lines of another head. */
    private static boolean inRun(byte[] head, int at) {
        int start = at;
        while (start > 0 && head[start - 1] != '\n') {
            start--;
        }
        return head[start] == '=';
    }

    private static byte lower(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
    }

    private static byte[] lower(byte[] text) {
        byte[] lower = new byte[text.length];
        for (int i = 0; i < text.length; i++) {
            lower[i] = lower(text[i]);
        }
        return lower;
    }
}
