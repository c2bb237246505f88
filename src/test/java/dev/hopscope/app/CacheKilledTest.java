package dev.hopscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hopscope.proxy.CacheContents;
import dev.hopscope.proxy.CacheContents.Response;
import dev.hopscope.proxy.CacheContents.State;
import dev.hopscope.proxy.CacheOptions;
import dev.hopscope.proxy.cache.CacheSwitch;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A Hopscope with a small cache is killed (SIGKILL) again and again while clients load it: what it answers afterwards is always whole and right, and its folder agrees
 * with what it says it holds. Seeded; killed by what has passed, not by time.
 */
class CacheKilledTest {
    private static final int ROUNDS = 6;
    private static final int CLIENTS = 4;
    private static final int PATHS = 60;
    private static final long BYTES = 3 << 20;

    @TempDir
    Path folder;

    private final AtomicInteger served = new AtomicInteger();
    private HttpServer origin;
    private ExecutorService threads;

    @BeforeEach
    void origin() throws IOException {
        threads = Executors.newCachedThreadPool();
        origin = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        origin.setExecutor(threads);
        origin.createContext("/", this::serve);
        origin.start();
    }

    @AfterEach
    void end() {
        origin.stop(0);
        threads.shutdownNow();
    }

    /** The content of a path, up to 240 KB: tells itself from every other and from a part of itself. */
    private static String body(String path) {
        int number = Integer.parseInt(path.substring(2));
        return (path + ";").repeat(1 + 1000 * number * number / PATHS);
    }

    /** Under {@code /f} fresh, under {@code /v} to be validated each time, so that heads are written anew. */
    private void serve(HttpExchange exchange) throws IOException {
        served.incrementAndGet();
        String path = exchange.getRequestURI().getPath();
        boolean validated = path.startsWith("/v");
        String tag = "\"" + path + "\"";
        exchange.getResponseHeaders().add("Cache-Control", validated ? "max-age=0" : "max-age=100000");
        exchange.getResponseHeaders().add("ETag", tag);
        exchange.getResponseHeaders().add("X-Nth", Integer.toString(served.get()));
        if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
        } else {
            byte[] body = body(path).getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private ChildHopscope start() throws IOException {
        return ChildHopscope.start(
                folder,
                List.of(),
                "record",
                "-p",
                "0",
                "--confdir",
                folder.resolve("config").toString(),
                "--cache",
                Long.toString(BYTES));
    }

    private record Answer(int status, String body, boolean hit) {}

    /** One request; null where the proxy was killed meanwhile, which breaks the connection. */
    private @Nullable Answer get(int proxy, String path, String more) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy)) {
            String request = "GET http://127.0.0.1:" + origin.getAddress().getPort() + path
                    + " HTTP/1.1\r\nHost: 127.0.0.1:" + origin.getAddress().getPort() + "\r\n" + more + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return answer(socket.getInputStream());
        } catch (IOException e) {
            return null;
        }
    }

    private static @Nullable Answer answer(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int octet = in.read();
            if (octet < 0) {
                return null;
            }
            head.append((char) octet);
        }
        String lines = head.toString();
        int length = Integer.parseInt(lines.replaceAll("(?is).*\r\ncontent-length: (\\d+)\r\n.*", "$1"));
        byte[] body = in.readNBytes(length);
        return body.length < length
                ? null
                : new Answer(
                        Integer.parseInt(lines.substring(9, 12)),
                        new String(body, StandardCharsets.US_ASCII),
                        lines.contains("X-Cache: HIT"));
    }

    private static String path(Random random) {
        return (random.nextBoolean() ? "/f" : "/v") + random.nextInt(PATHS);
    }

    /** Asks for one path after the other until the proxy is gone, and adds to what passed. */
    private void load(int proxy, long seed, AtomicInteger passed) {
        Random random = new Random(seed);
        Answer answer;
        String path;
        do {
            path = path(random);
            answer = get(proxy, path, "");
            if (answer != null) {
                passed.incrementAndGet();
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.body().equals(body(path)))
                        .as("the content of " + path)
                        .isTrue();
            }
        } while (answer != null);
    }

    /** All it has from earlier rounds, asked for without the origin. */
    private int checkStored(int proxy) {
        int before = served.get();
        int hits = 0;
        for (int i = 0; i < PATHS; i++) {
            String path = "/f" + i;
            Answer answer = get(proxy, path, "Cache-Control: only-if-cached\r\n");
            assertThat(answer).isNotNull();
            assertThat(answer.status()).isIn(200, 504);
            if (answer.status() == 200) {
                hits++;
                assertThat(answer.hit()).isTrue();
                assertThat(answer.body().equals(body(path)))
                        .as("the content of " + path)
                        .isTrue();
            }
        }
        assertThat(served.get()).isEqualTo(before);
        return hits;
    }

    @Test
    void whatAKilledProcessLeavesIsWholeOrGone() throws Exception {
        int hits = 0;
        for (int round = 0; round < ROUNDS; round++) {
            try (ChildHopscope hopscope = start()) {
                int proxy = hopscope.port();
                hits += checkStored(proxy);
                AtomicInteger passed = new AtomicInteger();
                List<Future<?>> clients = new ArrayList<>();
                for (int client = 0; client < CLIENTS; client++) {
                    long seed = 100L * round + client;
                    clients.add(threads.submit(() -> load(proxy, seed, passed)));
                }
                int enough = 40 + 37 * round;
                while (passed.get() < enough && clients.stream().noneMatch(Future::isDone)) {
                    Thread.onSpinWait();
                }
                hopscope.signal("KILL");
                for (Future<?> client : clients) {
                    client.get();
                }
                hopscope.await();
            }
        }
        assertThat(hits).as("answers from what killed processes left").isPositive();
        assertFolderAgrees();
    }

    /** What is on disk is what the cache says, and no more. */
    private void assertFolderAgrees() throws IOException {
        Path files = folder.resolve("config").resolve("cache");
        try (CacheSwitch cache = new CacheSwitch()) {
            cache.apply(new CacheOptions(files, BYTES, true));
            CacheContents.Snapshot held = cache.snapshot();
            while (held.state() == State.OPENING) {
                Thread.onSpinWait();
                held = cache.snapshot();
            }
            assertThat(held.state()).as(held.problem()).isEqualTo(State.ON);
            assertThat(held.octets()).isPositive().isLessThanOrEqualTo(BYTES);
            Map<String, Long> contents = new HashMap<>();
            Map<String, Long> heads = new HashMap<>();
            list(files, contents, heads);
            for (Response response : held.responses()) {
                String id = Long.toHexString(response.id());
                assertThat(contents.remove(id)).as(response.url()).isEqualTo(response.octets());
                assertThat(heads.remove(id)).as(response.url()).isPositive();
                String path = response.url().replaceAll(".*/", "/");
                assertThat(response.octets()).isEqualTo(body(path).length());
            }
            assertThat(contents).isEmpty();
            assertThat(heads).isEmpty();
        }
    }

    private static void list(Path folder, Map<String, Long> contents, Map<String, Long> heads) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                assertThat(name).doesNotEndWith(".part");
                if (name.endsWith(".content")) {
                    contents.put(name.replace(".content", ""), Files.size(file));
                } else if (name.endsWith(".head")) {
                    heads.put(name.replace(".head", ""), Files.size(file));
                }
            }
        }
    }
}
