package dev.hopscope.proxy.server;

import dev.hopscope.exchange.PassReason;
import dev.hopscope.proxy.PlainPages;
import dev.hopscope.proxy.ProxyLimits;
import dev.hopscope.proxy.ProxyOptions;
import dev.hopscope.proxy.ProxyState;
import dev.hopscope.proxy.RecordedSession;
import dev.hopscope.proxy.tls.InterceptionPolicy;
import dev.hopscope.proxy.tls.OriginTls;
import dev.hopscope.proxy.upstream.Dialer;
import dev.hopscope.proxy.upstream.Names;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A running proxy on a loopback port with its session in memory, and one scripted origin. For tests; each test has its own. */
final class Wire implements AutoCloseable {
    /** What the origin does with one connection. */
    interface Script {
        void play(Socket socket, int nth) throws IOException;
    }

    private final RecordedSession session = new RecordedSession();
    private final ExecutorService blocking =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());
    private final NettyProxyServer proxy;
    private final ServerSocket origin;
    private final AtomicInteger accepted = new AtomicInteger();
    private final List<Throwable> broken = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable PassReason> passing = new AtomicReference<>();
    private final int port;

    Wire(Transport transport, ProxyLimits limits, Script script) throws IOException {
        AtomicReference<ProxyOptions> options = new AtomicReference<>(
                ProxyOptions.DEFAULT.withListen("127.0.0.1", 0).withLimits(limits));
        OriginTls tls = new OriginTls(blocking);
        Dialer dialer =
                new Dialer(options::get, session::nextConnectionId, transport.channels(), new Names(blocking), tls);
        InterceptionPolicy policy = (target, sni) -> passing.get();
        proxy = new NettyProxyServer(new Parts(
                options,
                session,
                session,
                new PlainPages(),
                transport,
                dialer,
                (host, alpn, allocator, loop) -> loop.newFailedFuture(new IllegalStateException("no TLS here")),
                policy,
                sha -> {}));
        ProxyState state = proxy.start();
        if (!(state instanceof ProxyState.Listening listening)) {
            throw new IOException("the proxy does not listen: " + state);
        }
        port = listening.address().port();
        origin = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> accept(script));
    }

    Wire(Script script) throws IOException {
        this(Transport.best(), ProxyLimits.DEFAULT, script);
    }

    private void accept(Script script) {
        try {
            while (true) {
                Socket socket = origin.accept();
                int nth = accepted.incrementAndGet();
                Thread.ofVirtual().start(() -> play(script, socket, nth));
            }
        } catch (IOException e) {
            // the origin was closed: the test is over
        }
    }

    private void play(Script script, Socket socket, int nth) {
        try (socket) {
            script.play(socket, nth);
        } catch (IOException e) {
            broken.add(e);
        }
    }

    /** Tunnels are passed for this reason; null to open them. */
    void passing(@Nullable PassReason reason) {
        passing.set(reason);
    }

    RecordedSession session() {
        return session;
    }

    NettyProxyServer proxy() {
        return proxy;
    }

    int port() {
        return port;
    }

    /** {@code 127.0.0.1:port} of the origin. */
    String authority() {
        return "127.0.0.1:" + origin.getLocalPort();
    }

    /** How many connections the origin saw. */
    int originConnections() {
        return accepted.get();
    }

    Socket client() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        socket.setTcpNoDelay(true);
        return socket;
    }

    /** A request of a method for a path of the origin, with these further lines. */
    String request(String method, String path, String... lines) {
        StringBuilder text = new StringBuilder(
                method + " http://" + authority() + path + " HTTP/1.1\r\nHost: " + authority() + "\r\n");
        for (String line : lines) {
            text.append(line).append("\r\n");
        }
        return text + "\r\n";
    }

    static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Reads up to the end of the stream. */
    static String readAll(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** Reads until this has come. */
    static String readUntil(Socket socket, String end) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        while (!octets.toString(StandardCharsets.ISO_8859_1).endsWith(end)) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("the stream ended after: " + octets.toString(StandardCharsets.ISO_8859_1));
            }
            octets.write(octet);
        }
        return octets.toString(StandardCharsets.ISO_8859_1);
    }

    /** Reads a head. */
    static String head(Socket socket) throws IOException {
        return readUntil(socket, "\r\n\r\n");
    }

    @Override
    public void close() throws IOException {
        origin.close();
        proxy.close();
        blocking.shutdownNow();
    }
}
