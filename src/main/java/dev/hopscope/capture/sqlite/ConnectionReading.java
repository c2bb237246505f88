package dev.hopscope.capture.sqlite;

import dev.hopscope.exchange.Certificates;
import dev.hopscope.exchange.ClientProcess;
import dev.hopscope.exchange.ConnectionInfo;
import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.TlsInfo;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads connections by key, which never change once written, so the last ones are remembered. One thread. */
final class ConnectionReading {
    private static final int REMEMBERED = 256;
    private static final int HASH = 32;
    private static final int LONGEST_CHAIN = 100;

    private static final String SQL =
            "SELECT id, local_host, local_port, remote_host, remote_port, opened, tls_version, cipher_suite, alpn,"
                    + " sni, certificates, process, pid, via_host, via_port FROM connection WHERE key = ?";
    private static final String CERTIFICATE = "SELECT der FROM certificate WHERE sha256 = ?";

    private final Connection connection;
    private final Map<Long, ConnectionInfo> known = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, ConnectionInfo> eldest) {
            return size() > REMEMBERED;
        }
    };

    ConnectionReading(Connection connection) {
        this.connection = connection;
    }

    ConnectionInfo get(long key) throws SQLException, DamagedException {
        ConnectionInfo info = known.get(key);
        if (info == null) {
            info = read(key);
            known.put(key, info);
        }
        return info;
    }

    private ConnectionInfo read(long key) throws SQLException, DamagedException {
        try (PreparedStatement select = connection.prepareStatement(SQL)) {
            select.setLong(1, key);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new DamagedException("a connection that is not there");
                }
                Columns c = new Columns(row);
                return new ConnectionInfo(
                        c.number(),
                        endpoint(c),
                        endpoint(c),
                        moment(c.number()),
                        tls(c),
                        process(c),
                        endpointOrNull(c));
            }
        }
    }

    private static Endpoint endpoint(Columns c) throws SQLException, DamagedException {
        Endpoint endpoint = endpointOrNull(c);
        if (endpoint == null) {
            throw new DamagedException("a connection without address");
        }
        return endpoint;
    }

    private static @Nullable Endpoint endpointOrNull(Columns c) throws SQLException, DamagedException {
        String host = c.textOrNull();
        Long port = c.numberOrNull();
        return host == null ? null : endpoint(host, port == null ? 0 : port);
    }

    static Endpoint endpoint(String host, long port) throws DamagedException {
        if (host.isEmpty() || port < 0 || port > 65535) {
            throw new DamagedException("an address that is none");
        }
        return new Endpoint(host, (int) port);
    }

    private static @Nullable ClientProcess process(Columns c) throws SQLException, DamagedException {
        String name = c.textOrNull();
        Long pid = c.numberOrNull();
        return name == null ? null : new ClientProcess(name, pid == null ? 0 : pid);
    }

    private @Nullable TlsInfo tls(Columns c) throws SQLException, DamagedException {
        String version = c.textOrNull();
        String suite = c.textOrNull();
        String alpn = c.textOrNull();
        String sni = c.textOrNull();
        byte[] hashes = c.octetsOrNull();
        return version == null
                ? null
                : new TlsInfo(version, suite == null ? "" : suite, alpn, sni, certificates(hashes));
    }

    private Certificates certificates(byte @Nullable [] hashes) throws SQLException, DamagedException {
        if (hashes == null) {
            return Certificates.NONE;
        }
        if (hashes.length % HASH != 0 || hashes.length > HASH * LONGEST_CHAIN) {
            throw new DamagedException("a chain of certificates that is none");
        }
        List<byte[]> chain = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(CERTIFICATE)) {
            for (int at = 0; at < hashes.length; at += HASH) {
                select.setBytes(1, Arrays.copyOfRange(hashes, at, at + HASH));
                chain.add(certificate(select));
            }
        }
        return Certificates.ofDer(chain);
    }

    private static byte[] certificate(PreparedStatement select) throws SQLException, DamagedException {
        try (ResultSet row = select.executeQuery()) {
            byte[] der = row.next() ? new Columns(row).octetsOrNull() : null;
            if (der == null) {
                throw new DamagedException("a certificate that is not there");
            }
            return der;
        }
    }

    static Instant moment(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }
}
