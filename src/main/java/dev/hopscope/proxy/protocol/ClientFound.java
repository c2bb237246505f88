package dev.hopscope.proxy.protocol;

import dev.hopscope.exchange.ConnectionInfo;

/** Fired through a client's pipeline when the program behind the connection became known. Immutable. */
public record ClientFound(ConnectionInfo client) {}
