package dev.hopscope.capture.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The right to write a session file: a lock of the operating system on a file beside it, which ends with the process however that ends. Any thread. The lock file
 * is not the session file, since closing a second handle on a file drops its POSIX locks, SQLite's among them.
 */
final class WriterLock implements AutoCloseable {
    private static final String SUFFIX = "-lock";
    private static final int TRIES = 20;
    private static final long PAUSE_NANOS = 20_000_000;
    /** Held by this process: a second handle here would drop the lock as well. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path key;
    private final Path file;
    private final FileChannel channel;

    private WriterLock(Path key, Path file, FileChannel channel) {
        this.key = key;
        this.file = file;
        this.channel = channel;
    }

    static Path fileFor(Path session) {
        return session.resolveSibling(session.getFileName() + SUFFIX);
    }

    /** @throws IOException where another writer has it; the message names the file */
    static WriterLock take(Path session) throws IOException {
        Path file = fileFor(session);
        Path key = key(file);
        if (!OURS.add(key)) {
            throw inUse(session);
        }
        try {
            // a reader asking whether there is a writer holds the lock for a moment
            for (int i = 0; i < TRIES; i++) {
                FileChannel channel = locked(file);
                if (channel != null) {
                    return new WriterLock(key, file, channel);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            throw inUse(session);
        } catch (IOException | RuntimeException e) {
            OURS.remove(key);
            throw e;
        }
    }

    private static IOException inUse(Path session) {
        return new IOException(
                session + " is being recorded by another Hopscope; end that one or choose another session file");
    }

    /** Null where another process has it, or where its owner removed it meanwhile, so that the path leads to another file than the one opened. */
    private static @Nullable FileChannel locked(Path file) throws IOException {
        try {
            Files.createFile(file, OwnerOnly.attributes(file));
        } catch (FileAlreadyExistsException e) {
            // left by a process that was killed, or held
        }
        Object before = identity(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            FileLock lock = channel.tryLock();
            taken = lock != null && before != null && before.equals(identity(file));
            return taken ? channel : null;
        } catch (OverlappingFileLockException e) {
            return null;
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    private static @Nullable Object identity(Path file) throws IOException {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return key == null ? file : key;
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** Whether a living process, maybe this one, writes the session. */
    static boolean held(Path session) throws IOException {
        Path file = fileFor(session);
        if (!Files.exists(file)) {
            return false;
        }
        if (OURS.contains(key(file))) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return lock == null;
        } catch (NoSuchFileException e) {
            return false;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    private static Path key(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file : folder.toRealPath().resolve(file.getFileName());
    }

    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(file);
        } finally {
            OURS.remove(key);
            channel.close();
        }
    }
}
