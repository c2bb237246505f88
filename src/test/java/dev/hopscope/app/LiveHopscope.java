package dev.hopscope.app;

import dev.hopscope.capture.RecordingOptions;
import dev.hopscope.capture.RecordingSession;
import dev.hopscope.capture.sqlite.SessionFiles;
import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.proxy.ProxyOptions;
import dev.hopscope.proxy.ProxyServer;
import dev.hopscope.proxy.ProxyState;
import dev.hopscope.proxy.server.Transport;
import dev.hopscope.proxy.tls.CertificateAuthority;
import dev.hopscope.proxy.tls.MintedLeaves;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A proxy on a loopback port that records into a session file, as the program does. For tests; any thread. */
public final class LiveHopscope implements AutoCloseable {
    private final RecordingSession session;
    private final Engine engine;
    private final ProxyServer proxy;
    private final Task<MintedLeaves> leaves;
    private final AuthorityInForce authorities;

    public LiveHopscope(Path folder) throws IOException {
        session = SessionFiles.record(folder.resolve("live.hops"), RecordingOptions.DEFAULT);
        Task<CertificateAuthority> authority = Task.start("authority", () -> CertificateAuthority.open(folder));
        leaves = Task.start("leaves", () -> new MintedLeaves(authority.await()));
        authorities = new AuthorityInForce(folder, authority.future(), leaves.future());
        engine = Wiring.engine(
                ProxyOptions.DEFAULT.withListen("127.0.0.1", 0),
                session.exchangeSink(),
                session.bodySink(),
                authorities,
                Transport.best());
        proxy = engine.server();
        proxy.start();
    }

    public ProxyServer proxy() {
        return proxy;
    }

    AuthorityInForce authorities() {
        return authorities;
    }

    public RecordingSession session() {
        return session;
    }

    public Endpoint address() {
        return ((ProxyState.Listening) proxy.state()).address();
    }

    /** What a client gets that sends this, and then waits for the end of the connection. */
    public String ask(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), address().port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** All exchanges so far, on disk. */
    public List<HttpExchange> exchanges() throws IOException {
        session.flush();
        List<HttpExchange> found = new ArrayList<>();
        for (long id = 1; id <= session.log().size() + 8; id++) {
            Exchange x = session.log().find(new ExchangeId(id)).orElse(null);
            if (x instanceof HttpExchange http) {
                found.add(http);
            }
        }
        return found;
    }

    @Override
    public void close() {
        engine.close();
        session.close();
        leaves.future().join(); // its files are in the folder, which is then removed
    }
}
