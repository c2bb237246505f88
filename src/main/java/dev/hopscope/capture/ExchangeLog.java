package dev.hopscope.capture;

import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeId;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a session in order of id, and the whole exchange behind each. Any thread. Readers pull: nobody is called back.
 */
public interface ExchangeLog {
    /** A reader's place. Used by one thread at a time. Starts before the first row. */
    Cursor newCursor();

    /**
     * What changed since this cursor was last drained, each row at most once, newest state only.
     *
     * @param max the most rows to give at once, appended and replaced together; the rest comes with the next call
     */
    Changes drain(Cursor cursor, int max);

    /** Rows in the session. */
    int size();

    /** The whole exchange: from memory while it is under way, else from the session file. Empty if there is none or it was removed. */
    Optional<Exchange> find(ExchangeId id) throws IOException;

    /** Marks a reader's place in the log; made by {@link #newCursor} only. */
    interface Cursor {}

    /**
     * @param cleared the log was emptied since: forget all rows before applying the rest
     * @param appended rows new to the reader, by id
     * @param replaced rows the reader has, in a newer state
     * @param removed rows the reader has that are gone
     * @param more whether another call would give more at once
     */
    record Changes(
            boolean cleared,
            List<ExchangeRow> appended,
            List<ExchangeRow> replaced,
            List<ExchangeId> removed,
            boolean more) {
        public boolean isEmpty() {
            return !cleared && appended.isEmpty() && replaced.isEmpty() && removed.isEmpty();
        }
    }
}
