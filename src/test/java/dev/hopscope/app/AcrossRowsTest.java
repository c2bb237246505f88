package dev.hopscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.hopscope.capture.Session;
import dev.hopscope.capture.sqlite.SessionFiles;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.ui.Screen;
import dev.hopscope.ui.cache.AcrossModel;
import dev.hopscope.ui.cache.AcrossReport;
import dev.hopscope.ui.kit.Background;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the wire to the words: a recorded session whose origin sends another ETag each time and a Vary for nothing. */
class AcrossRowsTest {
    @TempDir
    Path folder;

    private static void get(int proxy, String target, String accept) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy)) {
            String request = "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: " + accept
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .startsWith("HTTP/1.1 200");
        }
    }

    private static HttpServer origin() throws IOException {
        AtomicInteger served = new AtomicInteger();
        HttpServer origin = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        origin.createContext("/", exchange -> {
            byte[] body = "always the same".getBytes(StandardCharsets.US_ASCII);
            exchange.getResponseHeaders().add("Cache-Control", "max-age=600");
            exchange.getResponseHeaders().add("ETag", "\"" + served.incrementAndGet() + "\"");
            exchange.getResponseHeaders().add("Vary", "Accept");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        origin.start();
        return origin;
    }

    private Path recorded() throws Exception {
        Path file = folder.resolve("rows.hops");
        HttpServer origin = origin();
        try (ChildHopscope hopscope = ChildHopscope.start(
                folder,
                List.of(),
                "record",
                "-p",
                "0",
                "--confdir",
                folder.resolve("config").toString(),
                "--session",
                file.toString())) {
            int port = hopscope.port();
            String url = "http://127.0.0.1:" + origin.getAddress().getPort() + "/list";
            get(port, url, "text/html");
            get(port, url + "/other", "text/html");
            get(port, url, "text/html");
            get(port, url, "image/png");
            hopscope.signal("TERM");
            assertThat(hopscope.await()).as(hopscope.stderr()).isZero();
        } finally {
            origin.stop(0);
        }
        return file;
    }

    @Test
    void theRowsOfAUrlTellWhoCouldHaveAnsweredWhatContradictsAndWhatToChange() throws Exception {
        try (Session session = SessionFiles.open(recorded());
                Background background = Screen.on(Background::new)) {
            Screen.until("the rows of the file", () -> session.log().size() == 4);
            Exchange third = session.log().find(new ExchangeId(4)).orElseThrow();
            AcrossModel model = new AcrossModel(background);
            Screen.run(() -> {
                model.use(session.log(), session.bodies());
                model.setWanted(true);
                model.show((HttpExchange) third);
            });
            Screen.until("the report", () -> model.reportProperty().get() != AcrossReport.NONE);
            AcrossReport report = model.reportProperty().get();

            assertThat(report.title()).isEqualTo("None of 2 earlier rows with this URL could have answered");
            assertThat(report.rows())
                    .extracting(AcrossReport.Row::id, row -> row.words().getFirst())
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(
                                    new ExchangeId(3),
                                    "Vary: this request has Accept \"image/png\", that one \"text/html\"."),
                            org.assertj.core.groups.Tuple.tuple(
                                    new ExchangeId(1),
                                    "Vary: this request has Accept \"image/png\", that one \"text/html\"."));
            assertThat(report.contradictions())
                    .extracting(AcrossReport.Finding::title)
                    .containsExactly("ETag changes, body does not", "Vary: Accept splits the cache for nothing");
            assertThat(report.changes())
                    .extracting(AcrossReport.Change::title, AcrossReport.Change::saved)
                    .contains(
                            org.assertj.core.groups.Tuple.tuple("Use a cache here", "1 request, 15 B"),
                            org.assertj.core.groups.Tuple.tuple("Drop Accept from Vary", "1 request, 15 B"));
        }
    }
}
