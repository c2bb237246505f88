package dev.hopscope.proxy.protocol;

import java.util.List;

/** The protocols a client may speak, in the order they are asked. To add one, add its file and its line here. */
public final class Protocols {
    /** The last one takes whatever no other wants. */
    public static final List<Protocol> ORDERED = List.of(new Tls(), new Http1(), new RawTunnel());

    private Protocols() {}
}
