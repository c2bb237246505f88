package dev.hopscope.proxy.server;

import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.proxy.CacheOptions;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A running proxy with a cache, and an origin that answers each request by a script. For tests; each test has its own. */
final class CachedWire implements AutoCloseable {
    /** What the origin answers. */
    interface Answer {
        /**
         * @param head of the request
         * @param nth the how-manieth request, from 1
         * @return the whole response, or null to close the connection without one
         */
        @Nullable
        String to(String head, int nth) throws IOException;
    }

    /** At the end of what the origin sends: it then closes the connection. */
    static final String THEN_CLOSE = "<close>";

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Wire wire;

    CachedWire(Path folder, long bytes, boolean shared, Answer answer) throws IOException {
        wire = new Wire((socket, nth) -> serve(socket, answer));
        wire.proxy().apply(wire.proxy().options().withCache(new CacheOptions(folder, bytes, shared)));
    }

    CachedWire(Path folder, Answer answer) throws IOException {
        this(folder, 1 << 20, true, answer);
    }

    private void serve(Socket socket, Answer answer) throws IOException {
        while (true) {
            String head;
            try {
                head = Wire.head(socket);
            } catch (IOException e) {
                return; // the proxy closed the connection
            }
            int length = head.contains("Content-Length: ")
                    ? Integer.parseInt(head.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"))
                    : 0;
            socket.getInputStream().readNBytes(length);
            requests.add(head);
            String response = answer.to(head, requests.size());
            if (response == null) {
                return;
            }
            Wire.send(socket, response.replace(THEN_CLOSE, ""));
            if (response.endsWith(THEN_CLOSE)) {
                return;
            }
        }
    }

    Wire wire() {
        return wire;
    }

    /** Heads of the requests that reached the origin. */
    List<String> requests() {
        return requests;
    }

    /** Asks on a connection of its own and reads the whole answer, which says its length. */
    String ask(String method, String path, String... lines) throws IOException {
        try (Socket client = wire.client()) {
            Wire.send(client, wire.request(method, path, lines));
            return answer(client, method);
        }
    }

    String get(String path, String... lines) throws IOException {
        return ask("GET", path, lines);
    }

    static String answer(Socket client, String method) throws IOException {
        String head = Wire.head(client);
        boolean none = method.equals("HEAD") || head.startsWith("HTTP/1.1 304") || head.startsWith("HTTP/1.1 204");
        if (none || !head.contains("Content-Length: ")) {
            return head;
        }
        int length = Integer.parseInt(head.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
        return head + new String(client.getInputStream().readNBytes(length), StandardCharsets.ISO_8859_1);
    }

    /** A response of the origin with its length. */
    static String response(String status, String body, String... lines) {
        StringBuilder text = new StringBuilder("HTTP/1.1 " + status + "\r\n");
        for (String line : lines) {
            text.append(line).append("\r\n");
        }
        if (!status.startsWith("304") && !status.startsWith("204")) {
            text.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        return text + "\r\n" + body;
    }

    static String ok(String body, String... lines) {
        return response("200 OK", body, lines);
    }

    /** The nth exchange, once it is over. */
    HttpExchange exchange(int nth) throws InterruptedException {
        return (HttpExchange) wire.session().awaitEnded(nth).get(nth - 1);
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
