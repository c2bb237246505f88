package dev.hopscope.capture;

import dev.hopscope.exchange.Bodies;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeId;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A session file read one exchange after the other, for the command line: also while it is being recorded, and without holding more than one exchange. One
 * thread. Changes nothing in the file.
 */
public interface SessionReader extends AutoCloseable {
    /** Exchanges in the file, tunnels and handshakes included. */
    long count() throws IOException;

    /** Gives the rows in order of id until {@code visitor} answers false. */
    void rows(Predicate<ExchangeRow> visitor) throws IOException;

    /** Gives the whole exchanges in order of id until {@code visitor} answers false. */
    void exchanges(Predicate<Exchange> visitor) throws IOException;

    Optional<Exchange> find(ExchangeId id) throws IOException;

    Bodies bodies();

    /** What of the file could not be read so far, one sentence each; empty for a sound file. */
    List<String> damage();

    @Override
    void close();
}
