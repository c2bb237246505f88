package dev.hopscope.proxy.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Bodies;
import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.Outcome;
import dev.hopscope.exchange.Source;
import dev.hopscope.proxy.ReplayRequest;
import dev.hopscope.replay.Preparation;
import dev.hopscope.replay.Replay;
import dev.hopscope.replay.ReplayEdit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replays through a running proxy, seen from the origin and from the session. */
class ReplayOnTheWireTest {
    private static final String BINARY = "\0\u00ff\r\n\r\n\u0080GET / HTTP/1.1\r\n\0";

    @TempDir
    Path folder;

    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();

    /** Tells what it is asked, up to a body that ends with {@code end}, and answers. */
    private Wire.Script telling(String end) {
        return (socket, nth) -> {
            while (true) {
                String head = Wire.head(socket);
                asked.add(head + content(socket, head.toLowerCase(Locale.ROOT), end));
                Wire.send(socket, "HTTP/1.1 200 OK\r\nETag: \"7\"\r\nContent-Length: 2\r\n\r\nok");
            }
        };
    }

    private static String content(Socket socket, String head, String end) throws IOException {
        if (head.contains("chunked")) {
            return Wire.readUntil(socket, end);
        }
        int at = head.indexOf("content-length: ");
        int length = at < 0 ? 0 : Integer.parseInt(head.substring(at + 16).split("\r", 2)[0]);
        return new String(socket.getInputStream().readNBytes(length), StandardCharsets.ISO_8859_1);
    }

    private String asked() throws InterruptedException {
        String next = asked.poll(10, TimeUnit.SECONDS);
        assertThat(next).as("what the origin was asked").isNotNull();
        return next;
    }

    private Bodies bodies(Wire wire) {
        return ref -> {
            Path file = folder.resolve(ref.exchange() + "-" + ref.direction());
            String body = wire.session().body(ref.exchange(), ref.direction());
            Files.writeString(file, body, StandardCharsets.ISO_8859_1);
            return Files.newByteChannel(file);
        };
    }

    private HttpExchange captured(Wire wire, String request) throws Exception {
        try (Socket client = wire.client()) {
            Wire.send(client, request);
            Wire.readUntil(client, "ok");
        }
        return (HttpExchange) wire.session().awaitEnded(1).getFirst();
    }

    private ReplayRequest ready(Wire wire, Exchange original, ReplayEdit edit) throws IOException {
        Preparation prepared = Replay.prepare(original, null, edit, bodies(wire));
        assertThat(prepared).isInstanceOf(Preparation.Ready.class);
        return ((Preparation.Ready) prepared).request();
    }

    private HttpExchange replayed(Wire wire, ReplayRequest request) throws Exception {
        ReplayRequest.UnderWay sent = wire.proxy().replay(request);
        Optional<ExchangeId> id = sent.begun().toCompletableFuture().get(10, TimeUnit.SECONDS);
        sent.over().toCompletableFuture().get(10, TimeUnit.SECONDS);
        List<Exchange> all = wire.session().awaitEnded(2);
        assertThat(wire.session().faults()).isEmpty();
        return (HttpExchange) all.stream()
                .filter(x -> x.id().equals(id.orElseThrow()))
                .findFirst()
                .orElseThrow();
    }

    private void sameAgain(String request, String end) throws Exception {
        try (Wire wire = new Wire(telling(end))) {
            String at = request.replace("AUTHORITY", wire.authority());
            HttpExchange original = captured(wire, at);
            String first = asked();
            HttpExchange replay = replayed(wire, ready(wire, original, ReplayEdit.NONE));
            assertThat(asked()).isEqualTo(first);
            assertThat(replay.heads().requestReceived())
                    .isEqualTo(original.heads().requestReceived());
            assertThat(replay.changes()).isEqualTo(original.changes());
            assertThat(replay.outcome()).isEqualTo(Outcome.COMPLETED);
        }
    }

    @Test
    void theOriginGetsTheSameOctetsInOddCaseOrderAndNumber() throws Exception {
        sameAgain(
                "GET http://AUTHORITY/a%2Fb?q=1&q=2&& HTTP/1.1\r\nx-ODD: 1\r\nhOsT: AUTHORITY\r\nX-Odd: 2\r\n"
                        + "Accept: \r\nx-odd: \u00e9\r\n\r\n",
                "");
    }

    @Test
    void theOriginGetsTheSameBinaryBody() throws Exception {
        sameAgain(
                "POST http://AUTHORITY/ HTTP/1.1\r\nHost: AUTHORITY\r\ncontent-LENGTH: " + (BINARY.length() + 3)
                        + "\r\n\r\n" + BINARY + "end",
                "end");
    }

    @Test
    void aChunkedBodyIsChunkedAgainWithItsTrailers() throws Exception {
        try (Wire wire = new Wire(telling("0\r\nX-Sum: 9\r\n\r\n"))) {
            HttpExchange original = captured(
                    wire,
                    "PUT http://" + wire.authority() + "/ HTTP/1.1\r\nHost: " + wire.authority()
                            + "\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n"
                            + "5\r\n"
                            + "ab\r\n"
                            + "c\r\n"
                            + "4\r\n"
                            + "defg\r\n"
                            + "0\r\n"
                            + "X-Sum: 9\r\n\r\n");
            String head = asked().split("\r\n\r\n", 2)[0];
            HttpExchange replay = replayed(wire, ready(wire, original, ReplayEdit.NONE));
            assertThat(asked()).isEqualTo(head + "\r\n\r\n9\r\nab\r\ncdefg\r\n0\r\nX-Sum: 9\r\n\r\n");
            assertThat(wire.session().body(replay.id(), Direction.REQUEST)).isEqualTo("ab\r\ncdefg");
        }
    }

    @Test
    void anEmptyChunkedBodyIsSentAsOne() throws Exception {
        sameAgain(
                "POST http://AUTHORITY/ HTTP/1.1\r\nHost: AUTHORITY\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "0\r\n\r\n");
    }

    @Test
    void aBodyOfManyPiecesArrivesWhole() throws Exception {
        String body = "0123456789abcdef".repeat(100_000) + "end";
        sameAgain(
                "POST http://AUTHORITY/ HTTP/1.1\r\nHost: AUTHORITY\r\nContent-Length: " + body.length() + "\r\n\r\n"
                        + body,
                "end");
    }

    @Test
    void theRowNamesItsOriginal() throws Exception {
        try (Wire wire = new Wire(telling(""))) {
            HttpExchange original = captured(wire, wire.request("GET", "/"));
            HttpExchange replay = replayed(wire, ready(wire, original, ReplayEdit.NONE));
            assertThat(replay.source()).isEqualTo(new Source.Replayed(original.id()));
        }
    }

    @Test
    void aConditionalReplayAsksByTheRecordedETag() throws Exception {
        try (Wire wire = new Wire(telling(""))) {
            HttpExchange original = captured(wire, wire.request("GET", "/", "If-None-Match: \"1\"", "X: y"));
            asked();
            replayed(wire, ready(wire, original, ReplayEdit.CONDITIONAL));
            assertThat(asked()).contains("X: y\r\n", "If-None-Match: \"7\"\r\n").doesNotContain("\"1\"");
        }
    }

    @Test
    void anOriginThatIsDownMakesAFailedRow() throws Exception {
        try (Wire wire = new Wire((socket, nth) -> {})) {
            Wire gone = new Wire(telling(""));
            HttpExchange original = captured(gone, gone.request("GET", "/"));
            gone.close();
            ReplayRequest.UnderWay sent = wire.proxy().replay(ready(gone, original, ReplayEdit.NONE));
            sent.over().toCompletableFuture().get(10, TimeUnit.SECONDS);
            HttpExchange replay = wire.session().awaitHttp();
            assertThat(replay.source()).isEqualTo(new Source.Replayed(original.id()));
            assertThat(replay.outcome()).isInstanceOf(Outcome.Failed.class);
        }
    }

    @Test
    void aRequestWhoseOriginWasDownIsSentWholeWhenItIsUp() throws Exception {
        int free = freePort();
        try (Wire wire = new Wire(telling(""))) {
            HttpExchange failed;
            try (Socket client = wire.client()) {
                Wire.send(
                        client,
                        "POST http://127.0.0.1:" + free + "/ HTTP/1.1\r\nHost: 127.0.0.1:" + free
                                + "\r\nContent-Length: 7\r\n\r\nthe end");
                failed = (HttpExchange) wire.session().awaitEnded(1).getFirst();
            }
            try (ServerSocket up = new ServerSocket(free, 1, InetAddress.getLoopbackAddress())) {
                wire.proxy().replay(ready(wire, failed, ReplayEdit.NONE));
                try (Socket connection = up.accept()) {
                    assertThat(Wire.head(connection) + Wire.readUntil(connection, "end"))
                            .endsWith("\r\n\r\nthe end");
                }
            }
        }
    }

    @Test
    void whatCameThroughATunnelGoesToItsTargetAgain() throws Exception {
        try (Wire wire = new Wire(telling(""))) {
            try (Socket client = wire.client()) {
                Wire.send(
                        client, "CONNECT " + wire.authority() + " HTTP/1.1\r\nHost: " + wire.authority() + "\r\n\r\n");
                Wire.head(client);
                Wire.send(client, "GET /in HTTP/1.1\r\nHost: other.example\r\n\r\n");
                Wire.readUntil(client, "ok");
            }
            List<Exchange> all = wire.session().awaitEnded(2);
            String first = asked();
            Preparation prepared = Replay.prepare(all.get(1), all.get(0), ReplayEdit.NONE, bodies(wire));
            wire.proxy().replay(((Preparation.Ready) prepared).request());
            assertThat(asked()).isEqualTo(first);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void contentThatEndsEarlyMakesAFailedRowAndSaysSo() throws Exception {
        try (Wire wire = new Wire(telling("end"))) {
            HttpExchange original = captured(wire, wire.request("POST", "/", "Content-Length: 7") + "the end");
            ReplayRequest request = ready(wire, original, ReplayEdit.NONE);
            Path shorter = Files.writeString(folder.resolve("short"), "the");
            ReplayRequest cut = new ReplayRequest(
                    request.original(),
                    request.head(),
                    null,
                    false,
                    new ReplayRequest.Content() {
                        @Override
                        public long length() {
                            return 7;
                        }

                        @Override
                        public java.nio.channels.ReadableByteChannel open() throws IOException {
                            return Files.newByteChannel(shorter);
                        }
                    },
                    request.trailers());
            ReplayRequest.UnderWay sent = wire.proxy().replay(cut);
            assertThat(sent.over().toCompletableFuture())
                    .failsWithin(10, TimeUnit.SECONDS)
                    .withThrowableOfType(ExecutionException.class)
                    .withMessageContaining("only 3 were found");
            assertThat(wire.session().awaitEnded(2).getLast().outcome()).isInstanceOf(Outcome.Failed.class);
        }
    }

    /** What a draft asks for: the path, of whom {@code Host} says. */
    private static ReplayRequest written(Wire wire, String host, boolean direct) {
        var head = new dev.hopscope.exchange.RequestHead(
                "GET",
                "/written",
                dev.hopscope.exchange.HttpVersion.HTTP_1_1,
                dev.hopscope.exchange.Headers.of("Host", host));
        var to = new dev.hopscope.exchange.Endpoint(
                "127.0.0.1", Integer.parseInt(wire.authority().split(":")[1]));
        return new ReplayRequest(
                new Source.Sent(null), head, to, false, null, dev.hopscope.exchange.Headers.EMPTY, direct);
    }

    @Test
    void aRequestThatWasWrittenGoesWhereItIsSentAndSaysToTheOriginWhomItAsks() throws Exception {
        try (Wire wire = new Wire(telling(""))) {
            wire.proxy()
                    .replay(written(wire, "shop.example", false))
                    .over()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
            assertThat(asked()).startsWith("GET /written HTTP/1.1\r\nHost: shop.example\r\n");
            assertThat(wire.session().awaitHttp().source()).isEqualTo(new Source.Sent(null));
        }
    }

    @Test
    void aRequestCanGoPastTheUpstreamProxy() throws Exception {
        try (Wire wire = new Wire(telling(""))) {
            wire.proxy()
                    .apply(wire.proxy()
                            .options()
                            .withUpstream(new dev.hopscope.proxy.UpstreamProxy(
                                    new dev.hopscope.exchange.Endpoint("127.0.0.1", freePort()), null, null)));
            wire.proxy().replay(written(wire, wire.authority(), true));
            assertThat(asked()).startsWith("GET /written HTTP/1.1\r\n");
        }
    }

    @Test
    void aCancelledRequestEndsAndItsRowSaysSo() throws Exception {
        java.util.concurrent.CountDownLatch reached = new java.util.concurrent.CountDownLatch(1);
        Wire.Script silent = (socket, nth) -> {
            Wire.head(socket);
            reached.countDown();
            Wire.readUntil(socket, "never");
        };
        try (Wire wire = new Wire(silent)) {
            ReplayRequest.UnderWay sent = wire.proxy().replay(written(wire, wire.authority(), false));
            assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
            sent.cancel().run();
            sent.over().toCompletableFuture().get(10, TimeUnit.SECONDS);
            assertThat(wire.session().awaitHttp().outcome())
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.failure().code()).isEqualTo("cancelled"));
        }
    }

    @Test
    void withRecordingOffThereIsNoRow() throws Exception {
        try (Wire wire = new Wire(telling(""))) {
            HttpExchange original = captured(wire, wire.request("GET", "/"));
            wire.session().recording(false);
            ReplayRequest.UnderWay sent = wire.proxy().replay(ready(wire, original, ReplayEdit.NONE));
            assertThat(sent.begun().toCompletableFuture().get(10, TimeUnit.SECONDS))
                    .isEmpty();
            sent.over().toCompletableFuture().get(10, TimeUnit.SECONDS);
            assertThat(wire.session().exchanges()).hasSize(1);
        }
    }
}
