package dev.hopscope.proxy.upstream;

import dev.hopscope.exchange.ConnectionUse;
import dev.hopscope.exchange.DialTimings;
import io.netty.channel.Channel;

/**
 * A connection to the other side, lent to one exchange (or tunnel) at a time. Used on its channel's event loop only. Its pipeline holds what carries it (TLS)
 * and nothing that reads. The borrower adds its handlers at the end, turns auto-read on at once (a new connection may come with it off), and before
 * {@link #release} takes its handlers out and leaves auto-read on: turning it off and on costs a system call each. While the connection is idle, its keeper
 * reads, and closes it at the first octet or end of stream.
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
