package dev.hopscope.capture;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Exchange;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** Where a {@link Recorder} writes. Used by the recorder's thread alone. Decides nothing about what is kept. */
public interface SessionStore {
    /**
     * Writes all of it in one transaction, which is committed when this returns.
     *
     * @throws IOException where nothing of it was written; the message says why and what to do
     */
    void write(List<Entry> exchanges, List<Chunk> chunks) throws IOException;

    /** Removes everything. */
    void clear() throws IOException;

    void remove(Collection<Long> ids) throws IOException;

    void close() throws IOException;

    /** A snapshot and its row, to be inserted or put in place of an earlier one. */
    record Entry(Exchange exchange, ExchangeRow row) {}

    /**
     * A piece of a body, put in place of an earlier one of the same number.
     *
     * @param number 0 for the first piece of the body
     */
    record Chunk(long exchange, Direction direction, int number, byte[] octets) {}
}
