package dev.hopscope.capture.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Reading connections on one file, opened as they are needed and used again. Any thread. Keeps {@value #KEPT} of them when idle. */
final class Readers implements AutoCloseable {
    private static final int KEPT = 4;

    private final Path file;
    private final Damage damage = new Damage();
    private final BooleanSupplier writer;
    private final Deque<ReadConnection> idle = new ArrayDeque<>();
    private boolean closed;

    Readers(Path file, BooleanSupplier writer) {
        this.file = file;
        this.writer = writer;
    }

    /** What is done with a connection. */
    interface Use<T extends @Nullable Object> {
        T with(ReadConnection connection) throws IOException;
    }

    <T extends @Nullable Object> T use(Use<T> use) throws IOException {
        ReadConnection connection = take();
        boolean sound = false;
        try {
            T result = use.with(connection);
            sound = true;
            return result;
        } finally {
            giveBack(connection, sound);
        }
    }

    Path file() {
        return file;
    }

    Damage damage() {
        return damage;
    }

    private ReadConnection take() throws IOException {
        synchronized (this) {
            if (closed) {
                throw new IOException(file + " is closed");
            }
            ReadConnection connection = idle.pollFirst();
            if (connection != null) {
                return connection;
            }
        }
        return new ReadConnection(file, damage, writer);
    }

    private void giveBack(ReadConnection connection, boolean sound) {
        synchronized (this) {
            if (sound && !closed && idle.size() < KEPT) {
                idle.addFirst(connection);
                return;
            }
        }
        connection.close();
    }

    @Override
    public synchronized void close() {
        closed = true;
        idle.forEach(ReadConnection::close);
        idle.clear();
    }
}
