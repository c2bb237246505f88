package dev.hopscope.inspect.cache;

/** Where a kind of cache usually stands, from the client to the origin: the order of layers where the fields do not tell it. Any thread. */
public enum Place {
    /** The client's own copy, proved by its conditional request. */
    CLIENT,
    /** Hopscope itself. */
    HOPSCOPE,
    /** A proxy of the client's network. */
    NETWORK,
    /** A content delivery network that signs the response with its name: no other cache is before it. */
    FRONT,
    /** A content delivery network. */
    EDGE,
    /** A proxy before the origin. */
    SERVER,
    /** The application itself. */
    APPLICATION
}
