package dev.hopscope.proxy;

import dev.hopscope.exchange.Endpoint;
import org.jspecify.annotations.Nullable;

/** Whether the proxy takes connections. */
public sealed interface ProxyState {
    record Stopped() implements ProxyState {}

    record Starting() implements ProxyState {}

    /** @param warning what is risky about this address (reachable from other machines), null if nothing */
    record Listening(Endpoint address, @Nullable String warning) implements ProxyState {}

    /**
     * @param message what went wrong and what to do
     * @param portTaken whether another process holds the port
     * @param holder who holds it ({@code java, process 4127}), null where not known
     * @param nextFreePort a port to offer, 0 where none was found
     */
    record Failed(
            String message, boolean portTaken, @Nullable String holder, int nextFreePort) implements ProxyState {}
}
