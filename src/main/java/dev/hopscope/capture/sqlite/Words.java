package dev.hopscope.capture.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says what SQLite's errors mean and what to do. Pure; any thread. */
final class Words {
    private Words() {}

    static IOException cannotWrite(Path file, SQLException e) {
        return new IOException(
                switch (code(e)) {
                    case SQLITE_FULL ->
                        "The disk of " + file + " is full; free some space and recording goes on by itself";
                    case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN, SQLITE_AUTH ->
                        file + " cannot be written; allow writing to it and its folder, or choose another session file";
                    case SQLITE_CORRUPT, SQLITE_NOTADB ->
                        file + " is damaged and is left as it is; choose another session file to record into";
                    case SQLITE_BUSY, SQLITE_LOCKED ->
                        "Another program has locked " + file + "; recording goes on when it lets go";
                    case SQLITE_IOERR ->
                        "The disk of " + file + " reports an error (" + e.getMessage()
                                + "); check it, or choose another session file";
                    default -> file + " cannot be written (" + e.getMessage() + "); choose another session file";
                },
                e);
    }

    static IOException cannotRead(Path file, SQLException e) {
        return new IOException(
                switch (code(e)) {
                    case SQLITE_NOTADB -> file + " is no Hopscope session";
                    case SQLITE_CORRUPT, SQLITE_TOOBIG ->
                        file + " is damaged here and cannot be read (" + e.getMessage() + ")";
                    case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN, SQLITE_AUTH ->
                        file + " cannot be opened; check that it exists and may be read";
                    case SQLITE_BUSY, SQLITE_LOCKED -> file + " is locked by another program; try again";
                    default -> file + " cannot be read (" + e.getMessage() + ")";
                },
                e);
    }

    /** The primary code: of SQLITE_IOERR_READ and its like SQLITE_IOERR. */
    static SQLiteErrorCode code(SQLException e) {
        if (!(e instanceof SQLiteException s)) {
            return SQLiteErrorCode.SQLITE_ERROR;
        }
        return SQLiteErrorCode.getErrorCode(s.getResultCode().code & 0xFF);
    }
}
