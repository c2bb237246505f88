package dev.hopscope.proxy.server;

import static dev.hopscope.proxy.server.CachedWire.ok;
import static dev.hopscope.proxy.server.CachedWire.response;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many clients at a small cache, with an origin and clients that break off. Seeded, so that a failure can be seen again. */
class CacheUnderLoadTest {
    private static final int CLIENTS = 12;
    private static final int REQUESTS = 120;
    private static final int PATHS = 30;

    @TempDir
    private Path folder;

    /** The content of a path: its own name as often as its number says. */
    private static String body(String path) {
        return (path + ";").repeat(1 + 400 * Integer.parseInt(path.substring(1)));
    }

    private static String answer(String head, int nth) {
        String path = head.split(" ")[1];
        String tag = "ETag: \"" + path + "\"";
        String lines = switch (nth % 6) {
            case 0 -> "Cache-Control: max-age=1000";
            case 1 -> "Cache-Control: max-age=1000\r\nAge: 2000";
            case 2 -> "Cache-Control: max-age=1000, stale-while-revalidate=9000\r\nAge: 2000";
            case 3 -> "Cache-Control: no-store";
            case 4 -> "Cache-Control: max-age=1000\r\nVary: Accept";
            default -> "Cache-Control: max-age=1000, stale-if-error=9000\r\nAge: 1500";
        };
        if (head.startsWith("POST")) {
            return response("204 No Content", "");
        }
        if (head.contains("If-None-Match: \"" + path + "\"") && nth % 4 != 0) {
            return response("304 Not Modified", "", lines, tag);
        }
        if (head.startsWith("HEAD")) {
            return response("200 OK", "", lines, tag)
                    .replace(
                            "Content-Length: 0", "Content-Length: " + body(path).length());
        }
        if (nth % 17 == 0) {
            String whole = ok(body(path), lines, tag);
            return whole.substring(0, whole.length() / 2) + CachedWire.THEN_CLOSE;
        }
        return nth % 23 == 0 ? response("503 Down", "", "Cache-Control: no-store") : ok(body(path), lines, tag);
    }

    @Test
    void everyAnswerIsWholeAndThatOfItsOwnAddress() throws Exception {
        try (CachedWire wire = new CachedWire(folder, 400_000, true, CacheUnderLoadTest::answer);
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int c = 0; c < CLIENTS; c++) {
                Random random = new Random(c);
                all.add(clients.submit(() -> ask(wire, random)));
            }
            for (Future<?> one : all) {
                one.get();
            }
            wire.wire().session().awaitEnded(CLIENTS * REQUESTS);
            assertThat(wire.wire().session().faults()).isEmpty();
            assertThat(wire.requests()).hasSizeLessThan(CLIENTS * REQUESTS);
        }
    }

    private static Void ask(CachedWire wire, Random random) throws IOException {
        for (int i = 0; i < REQUESTS; i++) {
            String path = "/" + random.nextInt(PATHS);
            switch (random.nextInt(12)) {
                case 0 -> wire.ask("POST", path, "Content-Length: 0");
                case 1 -> assertThat(wire.ask("HEAD", path)).matches("(?s)HTTP/1.1 (200|503|502) .*");
                case 2 -> leave(wire, path);
                case 3 -> range(wire, path);
                default -> whole(wire, path, "Accept: " + random.nextInt(2));
            }
        }
        return null;
    }

    private static void leave(CachedWire wire, String path) {
        try (Socket client = wire.wire().client()) {
            Wire.send(client, wire.wire().request("GET", path));
            client.getInputStream().read();
        } catch (IOException reset) {
            // the origin broke off before the client did
        }
    }

    private static void range(CachedWire wire, String path) throws IOException {
        String got = orBrokenOff(wire, path, "Range: bytes=1-2");
        if (got.startsWith("HTTP/1.1 206")) {
            assertThat(got).endsWith("\r\n\r\n" + body(path).substring(1, 3));
        }
    }

    private static void whole(CachedWire wire, String path, String line) throws IOException {
        String got = orBrokenOff(wire, path, line);
        if (got.startsWith("HTTP/1.1 200")) {
            assertThat(got.substring(got.indexOf("\r\n\r\n") + 4)).isEqualTo(body(path));
        }
    }

    /** Empty where the proxy tells the client, by a reset or a short body, that the origin broke off. */
    private static String orBrokenOff(CachedWire wire, String path, String line) throws IOException {
        try (Socket client = wire.wire().client()) {
            Wire.send(client, wire.wire().request("GET", path, line));
            String got = CachedWire.answer(client, "GET");
            boolean fromOrigin = got.contains("X-Cache: MISS");
            boolean cut = got.startsWith("HTTP/1.1 200")
                    && got.length() - got.indexOf("\r\n\r\n") - 4 < body(path).length();
            return fromOrigin && cut ? "" : got;
        } catch (IOException reset) {
            return "";
        }
    }
}
