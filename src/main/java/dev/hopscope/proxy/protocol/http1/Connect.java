package dev.hopscope.proxy.protocol.http1;

import dev.hopscope.exchange.ConnectionUse;
import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.proxy.protocol.ConnectionContext;
import io.netty.channel.ChannelHandlerContext;
import java.time.Instant;

/** Takes a connection over at a CONNECT (RFC 9110 §9.3.6). On the connection's event loop. */
public interface Connect {
    /**
     * A CONNECT that was read and found right.
     *
     * @param at {@link System#nanoTime} of its first octet
     */
    record Request(long at, Instant started, ConnectionUse client, Endpoint target, RequestHead head) {}

    /** Called with HTTP/1 still in the pipeline; it is to be replaced at once, and gives what it read ahead to what stands behind it. */
    void open(ChannelHandlerContext http, ConnectionContext context, Request request);
}
