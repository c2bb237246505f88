package dev.hopscope.capture.sqlite;

import dev.hopscope.exchange.Certificates;
import dev.hopscope.exchange.ClientProcess;
import dev.hopscope.exchange.ConnectionInfo;
import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.TlsInfo;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is known of connections, each state once: a connection that later learns its TLS or its program gets another row, so that each exchange keeps what it
 * saw. The writer's thread. A state that is forgotten here (only the newest {@value #REMEMBERED} connections are remembered) is written again.
 */
final class ConnectionRows {
    private static final int REMEMBERED = 4096;

    private record State(ConnectionInfo info, long key) {}

    private final Map<Long, List<State>> known = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, List<State>> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final Set<String> certificates = new HashSet<>();
    private final PreparedStatement insert;
    private final PreparedStatement insertCertificate;
    private long lastKey;

    ConnectionRows(Connection connection) throws SQLException {
        insert = connection.prepareStatement("INSERT INTO connection VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
        insertCertificate = connection.prepareStatement("INSERT OR IGNORE INTO certificate VALUES (?,?)");
        lastKey = Database.query(connection, "SELECT max(key) FROM connection");
    }

    /** Forgets what it knows, as after a transaction that was undone. No key is used twice, since readers remember what they have read. */
    void forget() throws SQLException {
        known.clear();
        certificates.clear();
        insert.clearBatch();
        insertCertificate.clearBatch();
    }

    /** The key of the row; a new one is inserted by the next {@link #write}. */
    long key(ConnectionInfo info) throws SQLException {
        List<State> states = known.computeIfAbsent(info.id(), id -> new ArrayList<>(1));
        for (State state : states) {
            if (state.info.equals(info)) {
                return state.key;
            }
        }
        long key = ++lastKey;
        add(key, info);
        states.add(new State(info, key));
        return key;
    }

    void write() throws SQLException {
        insertCertificate.executeBatch();
        insert.executeBatch();
    }

    private void add(long key, ConnectionInfo info) throws SQLException {
        insert.setLong(1, key);
        insert.setLong(2, info.id());
        insert.setString(3, info.local().host());
        insert.setInt(4, info.local().port());
        insert.setString(5, info.remote().host());
        insert.setInt(6, info.remote().port());
        insert.setLong(7, nanos(info.opened()));
        tls(info.tls());
        ClientProcess process = info.process();
        insert.setString(13, process == null ? null : process.name());
        number(14, process == null ? null : process.pid());
        Endpoint via = info.viaProxy();
        insert.setString(15, via == null ? null : via.host());
        number(16, via == null ? null : (long) via.port());
        insert.addBatch();
    }

    private void tls(@Nullable TlsInfo tls) throws SQLException {
        insert.setString(8, tls == null ? null : tls.version());
        insert.setString(9, tls == null ? null : tls.cipherSuite());
        insert.setString(10, tls == null ? null : tls.alpn());
        insert.setString(11, tls == null ? null : tls.sni());
        insert.setBytes(12, tls == null || tls.certificates().isEmpty() ? null : hashes(tls.certificates()));
    }

    private void number(int index, @Nullable Long value) throws SQLException {
        if (value == null) {
            insert.setNull(index, Types.INTEGER);
        } else {
            insert.setLong(index, value);
        }
    }

    /** The SHA-256 of each certificate, one after the other; inserts those that are new. */
    private byte[] hashes(Certificates chain) throws SQLException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] der : chain.der()) {
            byte[] hash = sha256(der);
            all.writeBytes(hash);
            if (certificates.size() > REMEMBERED) {
                certificates.clear();
            }
            if (certificates.add(HexFormat.of().formatHex(hash))) {
                insertCertificate.setBytes(1, hash);
                insertCertificate.setBytes(2, der);
                insertCertificate.addBatch();
            }
        }
        return all.toByteArray();
    }

    private static byte[] sha256(byte[] octets) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(octets);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Nanoseconds since the epoch; moments outside the years 1678 to 2262 become the nearest in them. */
    static long nanos(Instant moment) {
        try {
            return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), 1_000_000_000L), moment.getNano());
        } catch (ArithmeticException e) {
            return moment.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }
}
