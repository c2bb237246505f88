package dev.hopscope.playground;

import dev.hopscope.exchange.Endpoint;
import dev.hopscope.proxy.InnerOrigins;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The origin inside the program: two ports of loopback, one in the clear and one with TLS, opened when they are first asked for. Any thread; virtual threads of
 * its own, one a connection. Needs no network, keeps nothing of what it is sent, and costs nothing until it is used.
 */
public final class Playground implements InnerOrigins, AutoCloseable {
    /** Its address through the proxy. */
    public static final String URL = "http://" + PLAYGROUND + "/";

    private final Callable<SSLContext> tls;
    private final Supplier<String> style;
    private final List<ServerSocket> listening = new ArrayList<>();
    private @Nullable CompletableFuture<Endpoint> plain;
    private @Nullable CompletableFuture<Endpoint> secure;
    private boolean closed;

    /**
     * @param tls makes the server's side of TLS, with a certificate that Hopscope accepts for this origin; called once, on a thread of its own
     * @param style of the index page, CSS
     */
    public Playground(Callable<SSLContext> tls, Supplier<String> style) {
        this.tls = tls;
        this.style = style;
    }

    @Override
    public @Nullable CompletionStage<Endpoint> locate(Endpoint target) {
        String host = target.host().toLowerCase(Locale.ROOT);
        if (!host.equals(PLAYGROUND) && !host.equals(PLAYGROUND + ".")) {
            return null;
        }
        return switch (target.port()) {
            case 80 -> plain();
            case 443 -> secure();
            default -> CompletableFuture.failedFuture(new IOException("the playground answers at ports 80 and 443"));
        };
    }

    private synchronized CompletableFuture<Endpoint> plain() {
        if (plain == null || plain.isCompletedExceptionally()) {
            plain = open(() -> new ServerSocket(0, 64, InetAddress.getLoopbackAddress()));
        }
        return plain;
    }

    private synchronized CompletableFuture<Endpoint> secure() {
        if (secure == null || secure.isCompletedExceptionally()) {
            secure = open(() ->
                    tls.call().getServerSocketFactory().createServerSocket(0, 64, InetAddress.getLoopbackAddress()));
        }
        return secure;
    }

    private CompletableFuture<Endpoint> open(Callable<ServerSocket> binding) {
        CompletableFuture<Endpoint> at = new CompletableFuture<>();
        Thread.ofVirtual().name("playground").start(() -> {
            ServerSocket socket;
            try {
                socket = kept(binding.call());
            } catch (Exception e) {
                at.completeExceptionally(e);
                return;
            }
            at.complete(new Endpoint(socket.getInetAddress().getHostAddress(), socket.getLocalPort()));
            new Visitors(style).welcome(socket);
        });
        return at;
    }

    private synchronized ServerSocket kept(ServerSocket socket) throws IOException {
        if (closed) {
            socket.close();
            throw new IOException("the playground is closed");
        }
        listening.add(socket);
        return socket;
    }

    /** Closes both ports. */
    @Override
    public synchronized void close() {
        closed = true;
        for (ServerSocket socket : listening) {
            try {
                socket.close();
            } catch (IOException e) {
                System.getLogger(Playground.class.getName())
                        .log(System.Logger.Level.WARNING, "a port of the playground could not be closed", e);
            }
        }
    }
}
