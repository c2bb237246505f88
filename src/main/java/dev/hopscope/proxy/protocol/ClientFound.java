package dev.hopscope.proxy.protocol;

import dev.hopscope.exchange.ClientProcess;
import dev.hopscope.exchange.ConnectionInfo;
import io.netty.util.AttributeKey;

/** Fired through a client's pipeline when the program behind the connection became known. Immutable. */
public record ClientFound(ConnectionInfo client) {
    /** The program, on the connection's channel from then on, for layers that come later. */
    public static final AttributeKey<ClientProcess> PROCESS = AttributeKey.valueOf("client-process");
}
