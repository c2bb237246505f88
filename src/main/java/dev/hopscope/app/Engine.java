package dev.hopscope.app;

import dev.hopscope.playground.Playground;
import dev.hopscope.proxy.server.NettyProxyServer;

/** The proxy and the origin inside the program, which it alone leads to. Any thread. Ends both, and nothing else. */
record Engine(NettyProxyServer server, Playground playground) implements AutoCloseable {
    /** First who asks, then who answers. Blocks. */
    @Override
    public void close() {
        try {
            server.close();
        } finally {
            playground.close();
        }
    }
}
