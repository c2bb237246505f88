package dev.hopscope.proxy.protocol;

/** Fired through a client's pipeline before the proxy closes the connection because it stops, so that rows say so. */
public enum Stopping {
    NOW
}
