package dev.hopscope.proxy.upstream;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;

/** Gives connections to the other side. Called on the loop that is to own the connection; answers on the same loop. */
public interface Upstream {
    /**
     * An idle connection of this loop, or a new one: resolve, dial (RFC 8305), proxy handshake, TLS.
     *
     * @param fresh true to insist on a new connection (for a request to be repeated after a re-used one died)
     * @return fails with {@link UpstreamException} only
     */
    Future<UpstreamConnection> connect(Route route, EventLoop loop, boolean fresh);

    /** Closes idle connections of all loops; those in use are closed on return. */
    void closeIdle();
}
