package dev.hopscope.proxy;

import dev.hopscope.exchange.ExchangeEvent;
import dev.hopscope.exchange.ExchangeId;

/**
 * One of the two ways out of the engine: what happened. Called on event loops, several at once; events of one exchange from one loop. Must neither throw nor
 * block.
 */
public interface ExchangeSink {
    /** The id of the next exchange: increasing, unique within the session. */
    ExchangeId nextId();

    /** The id of the next connection: unique within the session. */
    long nextConnectionId();

    void accept(ExchangeEvent event);

    /**
     * Whether exchanges that begin now are recorded. While false the engine passes traffic and reports nothing of exchanges that begin; one begun before is
     * reported to its end.
     */
    boolean recording();
}
