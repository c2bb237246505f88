package dev.hopscope.proxy;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.ExchangeId;
import java.nio.ByteBuffer;

/**
 * The other way out of the engine: what the messages carried. Called on event loops; one body from one loop, between its exchange's start and end. Must
 * neither throw nor block. Decides itself how many octets of a body it keeps.
 */
public interface BodySink {
    /**
     * Takes the next octets of a body, copying before it returns.
     *
     * @return octets kept of this body so far
     */
    long write(ExchangeId exchange, Direction direction, ByteBuffer octets);

    /** Whether what waits to be written (events and octets) is above its bound: the engine then stops reading from its sockets. */
    boolean full();

    /**
     * Runs {@code resume} once, soon, when no longer {@link #full}; at once where it is not full. {@code resume} may run on any thread and must only hand over
     * to its own loop.
     */
    void whenDrained(Runnable resume);
}
