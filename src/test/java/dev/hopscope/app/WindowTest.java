package dev.hopscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.capture.SessionReader;
import dev.hopscope.capture.sqlite.SessionFiles;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program with its window, as a process of its own, without a display. */
class WindowTest {
    private static final List<String> HEADLESS = List.of("-Dglass.platform=Headless", "-Dprism.order=sw");

    @TempDir
    Path folder;

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Asks the proxy for its start page as soon as it listens. */
    private static String startPage(int port, ChildHopscope hopscope) throws IOException {
        while (true) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                String request =
                        "GET http://hopscope.test/ HTTP/1.1\r\nHost: hopscope.test\r\nConnection: close\r\n\r\n";
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            } catch (ConnectException e) {
                assertThat(hopscope.alive()).as(hopscope.stderr()).isTrue();
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void theWindowListensRecordsAndEndsWithEverythingWritten() throws Exception {
        int port = freePort();
        Path session = folder.resolve("window.hops");
        try (ChildHopscope hopscope = ChildHopscope.start(
                folder,
                HEADLESS,
                "-p",
                Integer.toString(port),
                "--confdir",
                folder.resolve("config").toString(),
                "--session",
                session.toString())) {
            assertThat(startPage(port, hopscope)).startsWith("HTTP/1.1 200").contains("Hopscope is running");
            hopscope.signal("TERM");
            assertThat(hopscope.await()).as(hopscope.stderr()).isZero();
            assertThat(hopscope.stderr()).doesNotContain("Exception", "\tat ");
        }
        List<ExchangeRow> rows = new ArrayList<>();
        try (SessionReader reader = SessionFiles.read(session)) {
            reader.rows(rows::add);
        }
        assertThat(rows).extracting(ExchangeRow::host).containsExactly("hopscope.test");
    }
}
