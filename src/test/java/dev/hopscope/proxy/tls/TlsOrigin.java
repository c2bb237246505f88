package dev.hopscope.proxy.tls;

import dev.hopscope.proxy.tls.TestPki.Issued;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** A TLS server on 127.0.0.1 with a certificate of a test: shakes hands, answers every request head with {@code 200} and {@code ok}, keeps connections. */
public final class TlsOrigin implements AutoCloseable {
    private final SSLServerSocket server;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile String lines = "";
    private final BlockingQueue<SSLSocket> shaken = new LinkedBlockingQueue<>();

    /** @param sent the chain to send; none: leaf and intermediates */
    public TlsOrigin(Issued leaf, X509Certificate... sent) throws Exception {
        this(leaf, socket -> {}, sent);
    }

    TlsOrigin(Issued leaf, Consumer<SSLServerSocket> settings, X509Certificate... sent) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        KeyManager[] keys = leaf.keys(sent).getKeyManagers();
        context.init(keys, new TrustManager[] {new JudgedLater()}, new SecureRandom());
        server = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        settings.accept(server);
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    SSLSocket socket = (SSLSocket) server.accept();
                    open.add(socket);
                    Thread.ofVirtual().start(() -> serve(socket));
                }
            } catch (IOException closed) {
                // the end of the test
            }
        });
    }

    /** Further lines of each answer from now on, each with its CRLF. */
    public void says(String newLines) {
        lines = newLines;
    }

    public int port() {
        return server.getLocalPort();
    }

    private void serve(SSLSocket socket) {
        try (socket) {
            socket.startHandshake();
            shaken.add(socket);
            StringBuilder head = new StringBuilder();
            for (int octet = socket.getInputStream().read();
                    octet >= 0;
                    octet = socket.getInputStream().read()) {
                head.append((char) octet);
                if (head.toString().endsWith("\r\n\r\n")) {
                    head.setLength(0);
                    socket.getOutputStream()
                            .write(("HTTP/1.1 200 OK\r\n" + lines + "Content-Length: 2\r\n\r\nok")
                                    .getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (IOException refused) {
            // the client's doing: what the test is about
        }
    }

    /** Returns once a client's handshake, or one more, succeeded. */
    public void awaitHandshake() throws InterruptedException {
        next();
    }

    /** The next connection whose handshake succeeded. */
    SSLSocket next() throws InterruptedException {
        SSLSocket socket = shaken.poll(20, TimeUnit.SECONDS);
        if (socket == null) {
            throw new AssertionError("nobody shook hands");
        }
        return socket;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
