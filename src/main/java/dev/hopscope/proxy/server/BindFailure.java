package dev.hopscope.proxy.server;

import dev.hopscope.exchange.ClientProcess;
import dev.hopscope.proxy.ProxyState;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;

/** Why an address could not be bound, who holds it, and which port is free. Blocks shortly. Keeps no socket open. */
final class BindFailure {
    private static final int TRIED = 50;

    private BindFailure() {}

    /** What keeps this address from being bound now, null if nothing. */
    static ProxyState.@Nullable Failed of(InetSocketAddress wanted) {
        if (wanted.isUnresolved()) {
            return unknown(wanted);
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(wanted);
            return null;
        } catch (IOException e) {
            return explain(wanted, e);
        }
    }

    static ProxyState.Failed unknown(InetSocketAddress wanted) {
        return new ProxyState.Failed(
                "The address " + wanted.getHostString()
                        + " is not known on this machine. Choose another listen address.",
                false,
                null,
                0);
    }

    static ProxyState.Failed explain(InetSocketAddress wanted, Throwable cause) {
        String text = String.valueOf(cause.getMessage());
        boolean taken =
                cause instanceof BindException && text.contains("in use") || text.contains("Address already in use");
        if (taken) {
            String holder = holder(wanted.getPort());
            int free = nextFree(wanted);
            String by = holder == null ? "another program" : holder;
            String offer = free == 0 ? "Choose another port." : "Stop it, or use port " + free + ", which is free.";
            return new ProxyState.Failed(
                    "Port " + wanted.getPort() + " is taken by " + by + ". " + offer, true, holder, free);
        }
        String message = text.contains("denied")
                ? "The system does not allow Hopscope to listen on port " + wanted.getPort()
                        + ". Choose a port above 1023."
                : "Hopscope cannot listen on " + wanted.getHostString() + ":" + wanted.getPort() + " (" + text
                        + "). Choose another address or port.";
        return new ProxyState.Failed(message, false, null, 0);
    }

    private static int nextFree(InetSocketAddress wanted) {
        for (int port = wanted.getPort() + 1; port <= Math.min(65535, wanted.getPort() + TRIED); port++) {
            if (free(wanted, port)) {
                return port;
            }
        }
        return 0;
    }

    private static boolean free(InetSocketAddress wanted, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(wanted.getAddress(), port));
            return true;
        } catch (IOException e) {
            return false; // that is the answer: it is taken too
        }
    }

    private static @Nullable String holder(int port) {
        ClientProcess process = SocketOwners.listenerOn(port);
        return process == null ? null : process.name() + ", process " + process.pid();
    }
}
