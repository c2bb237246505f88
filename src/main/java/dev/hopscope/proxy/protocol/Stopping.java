package dev.hopscope.proxy.protocol;

/** Fired through a client's pipeline before Hopscope closes the connection of its own accord, so that rows say why. */
public enum Stopping {
    /** The proxy stops. */
    NOW,
    /** The user wants no more of a request that Hopscope itself sends. */
    CANCELLED
}
