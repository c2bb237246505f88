package dev.hopscope.capture.sqlite;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.capture.SessionReader;
import dev.hopscope.exchange.Bodies;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads a session file for the command line. One thread. Holds one batch of rows at most. */
final class FileReader implements SessionReader {
    private final Readers readers;

    FileReader(Path file) throws IOException {
        readers = new Readers(file, () -> SessionFiles.hasWriter(file));
        readers.use(connection -> true);
    }

    @Override
    public long count() throws IOException {
        return readers.use(ReadConnection::count);
    }

    @Override
    public void rows(Predicate<ExchangeRow> visitor) throws IOException {
        readers.use(connection -> {
            connection.rows(visitor);
            return true;
        });
    }

    @Override
    public void exchanges(Predicate<Exchange> visitor) throws IOException {
        readers.use(connection -> {
            connection.exchanges(visitor);
            return true;
        });
    }

    @Override
    public Optional<Exchange> find(ExchangeId id) throws IOException {
        return readers.use(connection -> connection.find(id));
    }

    @Override
    public Bodies bodies() {
        return new StoredBodies(readers);
    }

    @Override
    public List<String> damage() {
        return readers.damage().findings();
    }

    @Override
    public void close() {
        readers.close();
    }
}
