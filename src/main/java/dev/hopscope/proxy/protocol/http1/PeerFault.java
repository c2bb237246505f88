package dev.hopscope.proxy.protocol.http1;

import java.io.IOException;

/** Tells what a peer or the network did from a fault of ours. Pure. */
final class PeerFault {
    private PeerFault() {}

    /** Whether an exception of a channel is a reset, a broken pipe, a close, or TLS that broke. */
    static boolean is(Throwable cause) {
        return cause instanceof IOException || cause.getCause() instanceof IOException;
    }
}
