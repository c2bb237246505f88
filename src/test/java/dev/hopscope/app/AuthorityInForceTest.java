package dev.hopscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.proxy.AuthorityChanges;
import dev.hopscope.proxy.tls.TestPki;
import dev.hopscope.proxy.tls.TlsOrigin;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorityInForceTest {
    @TempDir
    Path folder;

    @Test
    void aChangeCountsForTheNextConnectionAndOnThePageWhileTheProxyRuns() throws Exception {
        try (LiveHopscope live = new LiveHopscope(folder);
                TlsOrigin origin = new TlsOrigin(TestPki.leaf("localhost")
                        .from(TestPki.root("An origin's"))
                        .issue())) {
            String before = live.authorities().files().get().fingerprint();
            assertThat(page(live)).contains(before);
            X509Certificate first = leaf(live, origin.port());
            AuthorityChanges.Done done = live.authorities().regenerate();
            X509Certificate now = done.authority().certificate();
            X509Certificate second = leaf(live, origin.port());
            assertThat(first.getIssuerX500Principal()).isNotEqualTo(now.getSubjectX500Principal());
            assertThat(second.getIssuerX500Principal()).isEqualTo(now.getSubjectX500Principal());
            second.verify(now.getPublicKey());
            assertThat(page(live)).contains(done.authority().fingerprint()).doesNotContain(before);
        }
    }

    private static String page(LiveHopscope live) throws Exception {
        return live.ask("GET / HTTP/1.1\r\nHost: " + live.address() + "\r\nConnection: close\r\n\r\n");
    }

    /** The certificate Hopscope answers with in the place of the origin's. */
    private static X509Certificate leaf(LiveHopscope live, int port) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anything()}, null);
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), live.address().port())) {
            socket.setSoTimeout(20_000);
            String target = "localhost:" + port;
            socket.getOutputStream()
                    .write(("CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            StringBuilder head = new StringBuilder();
            InputStream in = socket.getInputStream();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.read());
            }
            SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(socket, "localhost", port, true);
            tls.startHandshake();
            return (X509Certificate) tls.getSession().getPeerCertificates()[0];
        }
    }

    private static final class Anything implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
