package dev.hopscope.capture.sqlite;

import dev.hopscope.exchange.Bodies;
import dev.hopscope.exchange.BodyRef;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/** Opens bodies in a session file. Any thread. Holds no octets. */
final class StoredBodies implements Bodies {
    private final Readers readers;

    StoredBodies(Readers readers) {
        this.readers = readers;
    }

    @Override
    public SeekableByteChannel open(BodyRef ref) throws IOException {
        if (ref.exchange().value() > Schema.LAST_EXCHANGE) {
            return new BodyChannel(this, new long[0], new long[] {0});
        }
        return readers.use(connection -> {
            try (PreparedStatement pieces = connection
                    .jdbc()
                    .prepareStatement(
                            "SELECT id, length(octets) FROM body WHERE id BETWEEN ? AND ? AND typeof(octets) = 'blob'"
                                    + " ORDER BY id")) {
                pieces.setLong(1, Schema.bodyKey(ref.exchange().value(), ref.direction(), 0));
                pieces.setLong(2, Schema.bodyKey(ref.exchange().value(), ref.direction(), Schema.PIECES - 1));
                return index(pieces);
            } catch (SQLException e) {
                throw Words.cannotRead(readers.file(), e);
            }
        });
    }

    /** A gap ends the body: what stands behind it is not its continuation. */
    private BodyChannel index(PreparedStatement pieces) throws SQLException {
        long[] keys = new long[4];
        long[] starts = new long[5];
        int found = 0;
        try (ResultSet row = pieces.executeQuery()) {
            while (row.next()) {
                long key = row.getLong(1);
                if ((key & (Schema.PIECES - 1)) != found || row.getLong(2) == 0) {
                    readers.damage().add("A body has lost a piece; it was cut there");
                    break;
                }
                if (found == keys.length) {
                    keys = Arrays.copyOf(keys, 2 * found);
                    starts = Arrays.copyOf(starts, 2 * found + 1);
                }
                keys[found] = key;
                starts[++found] = starts[found - 1] + row.getLong(2);
            }
        } catch (SQLException e) {
            if (!ReadConnection.isDamage(e)) {
                throw e;
            }
            readers.damage().add("A body is damaged; it was cut there");
        }
        return new BodyChannel(this, Arrays.copyOf(keys, found), Arrays.copyOf(starts, found + 1));
    }

    byte[] piece(long key) throws IOException {
        return readers.use(connection -> {
            try (PreparedStatement piece = connection.jdbc().prepareStatement("SELECT octets FROM body WHERE id = ?")) {
                piece.setLong(1, key);
                try (ResultSet row = piece.executeQuery()) {
                    byte[] octets = row.next() ? row.getBytes(1) : null;
                    return octets == null ? new byte[0] : octets;
                }
            } catch (SQLException e) {
                throw Words.cannotRead(readers.file(), e);
            }
        });
    }
}
