package dev.hopscope.capture.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Writes a consistent copy of a session, in one piece and without what was removed. Blocks. Leaves the session as it is. */
final class SessionCopy {
    private SessionCopy() {}

    /** Replaces {@code target}, but never by half a copy. */
    static void write(Readers readers, Path target) throws IOException {
        if (Files.exists(target) && (Files.isSameFile(target, readers.file()) || WriterLock.held(target))) {
            throw new IOException(target + " is being recorded; choose another name for the copy");
        }
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException("The folder of " + target + " does not exist; create it or choose another");
        }
        Path part = folder.resolve(target.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, OwnerOnly.attributes(part));
        try {
            readers.use(connection -> {
                try (PreparedStatement vacuum = connection.jdbc().prepareStatement("VACUUM INTO ?")) {
                    vacuum.setString(1, part.toAbsolutePath().toString());
                    Database.run(connection.jdbc(), "PRAGMA query_only = OFF");
                    vacuum.execute();
                    return null;
                } catch (SQLException e) {
                    throw Words.cannotWrite(target, e);
                } finally {
                    queryOnly(connection);
                }
            });
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void queryOnly(ReadConnection connection) throws IOException {
        try {
            Database.run(connection.jdbc(), "PRAGMA query_only = ON");
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
