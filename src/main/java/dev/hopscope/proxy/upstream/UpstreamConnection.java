package dev.hopscope.proxy.upstream;

import dev.hopscope.exchange.ConnectionUse;
import dev.hopscope.exchange.DialTimings;
import io.netty.channel.Channel;

/**
 * A connection to the other side, lent to one exchange (or tunnel) at a time. Used on its channel's event loop only. Its pipeline holds what carries it (TLS)
 * and nothing that reads; auto-read is off. The borrower adds its handlers at the end and takes them out before {@link #release}.
 */
public interface UpstreamConnection {
    Channel channel();

    Route route();

    /** The connection and the how-manieth use of it this is. */
    ConnectionUse use();

    /** What opening it took; {@link DialTimings#NONE} when re-used. */
    DialTimings dial();

    /** Gives it back for re-use: the last response was read whole, nothing more is due, both sides persist. */
    void release();

    /** Closes it. */
    void discard();
}
