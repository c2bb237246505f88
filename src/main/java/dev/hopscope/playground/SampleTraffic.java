package dev.hopscope.playground;

import dev.hopscope.exchange.Endpoint;
import dev.hopscope.proxy.InnerOrigins;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A client that sends some requests of every kind through the proxy, as any client would. On the calling thread, which waits, and on threads of its own. That a
 * request fails is no failure here: some are meant to.
 */
public final class SampleTraffic {
    /** How far it is; any thread. */
    @FunctionalInterface
    public interface Progress {
        /** @return false to stop */
        boolean sent(int done, int of);
    }

    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final String AGENT = "hopscope-samples";
    /** Requests, a tunnel, and a client that does not trust the authority. */
    private static final int ALL = Samples.SLOW.size() + Samples.QUICK.size() + 2;

    private final InetSocketAddress proxy;
    private final X509Certificate authority;
    private final Progress progress;
    private final AtomicInteger done = new AtomicInteger();
    private volatile boolean stopped;

    private SampleTraffic(Endpoint proxy, X509Certificate authority, Progress progress) {
        this.proxy = new InetSocketAddress(proxy.host(), proxy.port());
        this.authority = authority;
        this.progress = progress;
    }

    /**
     * Sends everything, or what is sent until {@code progress} says no.
     *
     * @param authority trusted by the client
     * @return requests sent
     * @throws IOException where this Java has no TLS client, or the thread is interrupted
     */
    public static int send(Endpoint proxy, X509Certificate authority, Progress progress) throws IOException {
        return new SampleTraffic(proxy, authority, progress).run();
    }

    /** How many it sends in all. */
    public static int requests() {
        return ALL;
    }

    private int run() throws IOException {
        try (HttpClient client = client(trusting()).build()) {
            List<Thread> slow = new ArrayList<>();
            for (Samples.Sample sample : Samples.SLOW) {
                slow.add(Thread.ofVirtual().name("sample").start(() -> one(client, sample)));
            }
            for (Samples.Sample sample : Samples.QUICK) {
                one(client, sample);
            }
            tunnel();
            distrust();
            for (Thread thread : slow) {
                thread.join();
            }
            if (stopped) {
                client.shutdownNow();
            }
            return done.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private HttpClient.Builder client(SSLContext tls) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(ProxySelector.of(proxy))
                .sslContext(tls)
                .connectTimeout(LIMIT);
    }

    private SSLContext trusting() throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("hopscope", authority);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java has no TLS client: " + e.getMessage(), e);
        }
    }

    private void one(HttpClient client, Samples.Sample sample) {
        if (stopped) {
            return;
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sample.url()))
                .timeout(LIMIT)
                .header("User-Agent", AGENT)
                .method(
                        sample.method(),
                        sample.body() == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(sample.body()));
        sample.fields().forEach(request::header);
        try {
            client.send(request.build(), HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            sent(); // a sample that is meant to fail, or one whose row says why it did
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        sent();
    }

    private void sent() {
        if (!progress.sent(done.incrementAndGet(), ALL)) {
            stopped = true;
        }
    }

    /** Something else than HTTP inside of a tunnel. */
    private void tunnel() {
        if (stopped) {
            return;
        }
        try (Socket socket = new Socket(proxy.getAddress(), proxy.getPort())) {
            socket.setSoTimeout((int) LIMIT.toMillis());
            String connect = "CONNECT " + InnerOrigins.PLAYGROUND + ":80 HTTP/1.1\r\nHost: " + InnerOrigins.PLAYGROUND
                    + ":80\r\nUser-Agent: " + AGENT + "\r\n\r\n";
            socket.getOutputStream().write(connect.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            for (int left = 4; left > 0; ) {
                int octet = in.read();
                if (octet < 0) {
                    break;
                }
                left = octet == '\r' || octet == '\n' ? left - 1 : 4;
            }
            byte[] octets = "\u0001\u0002 not HTTP, so it stays a tunnel".getBytes(StandardCharsets.US_ASCII);
            socket.getOutputStream().write(octets);
            in.readNBytes(octets.length);
        } catch (IOException e) {
            sent(); // its row says what happened
            return;
        }
        sent();
    }

    /** A client that does not trust our authority: its handshake fails. */
    private void distrust() throws IOException {
        try (HttpClient client = client(distrusting()).build()) {
            one(
                    client,
                    new Samples.Sample(
                            "GET", "https://" + InnerOrigins.PLAYGROUND + "/json", java.util.Map.of(), null));
        }
    }

    private static SSLContext distrusting() throws IOException {
        try {
            return SSLContext.getDefault();
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java has no TLS client: " + e.getMessage(), e);
        }
    }
}
