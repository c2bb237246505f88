package dev.hopscope.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An origin on a loopback port that keeps what it is asked and answers as told. For tests; any thread. */
public final class EchoOrigin implements AutoCloseable {
    /** What it was asked. */
    public record Asked(String method, String target, Map<String, List<String>> headers, String body) {
        public String header(String name) {
            return String.join(" | ", headers.getOrDefault(name, List.of()));
        }
    }

    /** How it answers at a path; lines are {@code Name: value}. */
    public record Answer(int status, String body, String... lines) {}

    private final HttpServer server;
    private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    public EchoOrigin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange x) throws IOException {
        try (x) {
            String body = new String(x.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
            asked.add(new Asked(
                    x.getRequestMethod(), x.getRequestURI().toString(), Map.copyOf(x.getRequestHeaders()), body));
            Answer answer = answers.getOrDefault(x.getRequestURI().getPath(), new Answer(200, "ok"));
            for (String line : answer.lines()) {
                x.getResponseHeaders().add(line.split(": ", 2)[0], line.split(": ", 2)[1]);
            }
            byte[] octets = answer.body().getBytes(StandardCharsets.UTF_8);
            boolean none = octets.length == 0 || x.getRequestMethod().equals("HEAD") || answer.status() == 304;
            x.sendResponseHeaders(answer.status(), none ? -1 : octets.length);
            if (!none) {
                x.getResponseBody().write(octets);
            }
        }
    }

    public EchoOrigin at(String path, int status, String body, String... lines) {
        answers.put(path, new Answer(status, body, lines));
        return this;
    }

    public Asked asked() throws InterruptedException {
        Asked next = asked.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing was asked");
        }
        return next;
    }

    public boolean idle() {
        return asked.isEmpty();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String authority() {
        return "127.0.0.1:" + port();
    }

    public String url(String path) {
        return "http://" + authority() + path;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
