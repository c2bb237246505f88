package dev.hopscope.proxy.server;

import static dev.hopscope.proxy.server.CachedWire.ok;
import static dev.hopscope.proxy.server.CachedWire.response;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.Outcome;
import dev.hopscope.exchange.Source;
import dev.hopscope.inspect.diff.HopDiff;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cache of a running proxy. Stale responses come stale (with an Age), so that no test waits. */
class HttpCacheTest {
    private static final String FRESH = "Cache-Control: max-age=1000";
    private static final String STALE = "Cache-Control: max-age=1000\r\nAge: 2000";

    @TempDir
    private Path folder;

    private CachedWire wire(CachedWire.Answer answer) throws IOException {
        return new CachedWire(folder, answer);
    }

    @Test
    void aFreshResponseAnswersAndTheOriginIsNotAsked() throws Exception {
        try (CachedWire wire = wire((head, nth) -> ok("body " + nth, FRESH, "X: 1"))) {
            String first = wire.get("/a");
            String second = wire.get("/a");

            assertThat(wire.requests()).hasSize(1);
            assertThat(first)
                    .contains(
                            "\r\nCache-Status: hopscope; fwd=uri-miss; stored\r\n",
                            "\r\nX-Cache: MISS from hopscope\r\n");
            assertThat(second).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\nbody 1");
            assertThat(second)
                    .contains(
                            "\r\nX: 1\r\n",
                            "\r\nAge: 0\r\n",
                            "\r\nCache-Status: hopscope; hit; ttl=1000\r\n",
                            "\r\nX-Cache: HIT from hopscope\r\n");
        }
    }

    @Test
    void aRowAnsweredFromTheCacheHasItsHeadsItsBodyAndReasonsForEveryLineMade() throws Exception {
        try (CachedWire wire = wire((head, nth) -> ok("body", FRESH))) {
            wire.get("/a");
            wire.get("/a");
            HttpExchange row = wire.exchange(2);

            assertThat(row.outcome()).isEqualTo(Outcome.COMPLETED);
            assertThat(row.answeredHere()).isTrue();
            assertThat(row.heads().requestForwarded()).isNull();
            assertThat(row.heads().responseReceived()).isNull();
            assertThat(row.heads().responseReturned().headers().first("Age")).isEqualTo("0");
            assertThat(wire.wire().session().body(row.id(), Direction.RESPONSE)).isEqualTo("body");
            assertThat(row.changes()).extracting("name").containsExactly("Age", "Via", "Cache-Status", "X-Cache");
            assertThat(HopDiff.of(row).response().lines()).isNotEmpty();
            assertThat(wire.wire().session().faults()).isEmpty();
        }
    }

    @Test
    void aStaleResponseIsValidatedAndEveryLineThatDiffersIsExplained() throws Exception {
        CachedWire.Answer answer = (head, nth) -> nth == 1
                ? ok(
                        "body",
                        STALE,
                        "ETag: \"a\"",
                        "Content-Type: text/plain",
                        "X: old",
                        "Set-Cookie: a",
                        "Set-Cookie: b")
                : response(
                        "304 Not Modified",
                        "",
                        FRESH,
                        "ETag: \"a\"",
                        "X: new",
                        "Connection: keep-alive",
                        "Keep-Alive: timeout=5");
        try (CachedWire wire = wire(answer)) {
            wire.get("/a");
            String validated = wire.get("/a", "If-None-Match: \"theirs\"", "Accept: x");
            String after = wire.get("/a");

            assertThat(wire.requests()).hasSize(2);
            assertThat(wire.requests().get(1))
                    .contains("\r\nIf-None-Match: \"a\"\r\n")
                    .doesNotContain("theirs");
            assertThat(validated).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\nbody");
            assertThat(validated)
                    .contains(
                            "\r\nX: new\r\n",
                            "\r\nCache-Status: hopscope; fwd=stale; fwd-status=304; stored; ttl=1000\r\n");
            assertThat(after).contains("\r\nX: new\r\n", "\r\nCache-Status: hopscope; hit; ttl=1000\r\n");
            HttpExchange row = wire.exchange(2);
            assertThat(row.heads().responseReceived().status()).isEqualTo(304);
            assertThat(HopDiff.of(row).request().explained()).isTrue();
            assertThat(HopDiff.of(row).response().explained()).isTrue();
            assertThat(wire.wire().session().body(row.id(), Direction.RESPONSE)).isEqualTo("body");
            assertThat(wire.wire().session().faults()).isEmpty();
        }
    }

    @Test
    void aNewResponseToAValidationReplacesTheStoredOne() throws Exception {
        try (CachedWire wire =
                wire((head, nth) -> ok("body " + nth, nth == 1 ? STALE : FRESH, "ETag: \"" + nth + "\""))) {
            wire.get("/a");
            assertThat(wire.get("/a")).contains("fwd=stale; stored").endsWith("body 2");
            assertThat(wire.get("/a")).contains("; hit").endsWith("body 2");
        }
    }

    @Test
    void aNotModifiedAboutAnotherResponseIsNotBelieved() throws Exception {
        CachedWire.Answer answer = (head, nth) -> nth == 2
                ? response("304 Not Modified", "", "ETag: \"other\"")
                : ok("body " + nth, STALE, "ETag: \"a\"");
        try (CachedWire wire = wire(answer)) {
            wire.get("/a");
            assertThat(wire.get("/a")).startsWith("HTTP/1.1 200 OK").endsWith("body 3");
            assertThat(wire.requests().get(2)).doesNotContain("If-None-Match");
        }
    }

    @Test
    void aFieldThatConnectionNamesChoosesNoVariantSinceTheOriginDoesNotSeeIt() throws Exception {
        try (CachedWire wire = wire((head, nth) -> ok("body " + nth, FRESH, "Vary: X-V"))) {
            wire.get("/a", "X-V: 7", "Connection: X-V");

            assertThat(wire.get("/a", "X-V: 7")).endsWith("\r\n\r\nbody 2");
            assertThat(wire.get("/a")).endsWith("\r\n\r\nbody 1");
        }
    }

    @Test
    void aNotModifiedThatNamesAnotherPartLeavesThePartThatIsStored() throws Exception {
        CachedWire.Answer answer = (head, nth) -> nth == 1
                ? response("206 Partial Content", "ABCDE", STALE, "ETag: \"a\"", "Content-Range: bytes 0-4/10")
                : nth == 2
                        ? response("304 Not Modified", "", FRESH, "ETag: \"a\"", "Content-Range: bytes 5-9/10")
                        : response("206 Partial Content", "FGHIJ", FRESH, "ETag: \"a\"", "Content-Range: bytes 5-9/10");
        try (CachedWire wire = wire(answer)) {
            wire.get("/a", "Range: bytes=0-4");

            assertThat(wire.get("/a", "Range: bytes=0-4")).endsWith("\r\n\r\nABCDE");
            assertThat(wire.get("/a", "Range: bytes=5-9")).endsWith("\r\n\r\nFGHIJ");
        }
    }

    @Test
    void variantsAreKeptApart() throws Exception {
        CachedWire.Answer answer = (head, nth) ->
                ok(head.contains("Accept-Language: de") ? "hallo" : "hello", FRESH, "Vary: Accept-Language");
        try (CachedWire wire = wire(answer)) {
            assertThat(wire.get("/a", "Accept-Language: en")).endsWith("hello");
            assertThat(wire.get("/a", "Accept-Language: de"))
                    .contains("fwd=vary-miss")
                    .endsWith("hallo");
            assertThat(wire.get("/a", "Accept-Language: en")).contains("; hit").endsWith("hello");
            assertThat(wire.get("/a", "Accept-Language: de")).contains("; hit").endsWith("hallo");
        }
    }

    private static String part(String range, String content, String... lines) {
        return response("206 Partial Content", content, lines)
                .replaceFirst("\r\n", "\r\nContent-Range: bytes " + range + "\r\n");
    }

    @Test
    void aPartAnswersRequestsForPartsOfItAndNoOthers() throws Exception {
        CachedWire.Answer answer = (head, nth) -> head.contains("Range: bytes=2-6")
                ? part("2-6/10", "23456", FRESH)
                : head.contains("Range: ") ? part("7-9/10", "789", FRESH) : ok("0123456789", FRESH);
        try (CachedWire wire = wire(answer)) {
            assertThat(wire.get("/a", "Range: bytes=2-6"))
                    .contains("fwd=uri-miss; stored")
                    .endsWith("\r\n\r\n23456");
            assertThat(wire.get("/a", "Range: bytes=3-5"))
                    .startsWith("HTTP/1.1 206 Partial Content")
                    .contains("; hit", "\r\nContent-Range: bytes 3-5/10\r\n")
                    .endsWith("\r\n\r\n345");
            assertThat(wire.get("/a", "Range: bytes=-3"))
                    .contains("fwd=partial; stored")
                    .endsWith("\r\n\r\n789");
            assertThat(wire.get("/a", "Range: bytes=8-8")).contains("; hit").endsWith("\r\n\r\n8");
            assertThat(wire.get("/a", "Range: bytes=2-6")).contains("; hit").endsWith("\r\n\r\n23456");
            assertThat(wire.get("/a")).contains("fwd=partial; stored").endsWith("\r\n\r\n0123456789");
            assertThat(wire.get("/a", "Range: bytes=0-1")).contains("; hit").endsWith("\r\n\r\n01");
            assertThat(wire.requests()).hasSize(3);
            assertThat(wire.wire().proxy().cacheContents().snapshot().responses())
                    .hasSize(1);
        }
    }

    @Test
    void aPartThatIsNotWhatItSaysIsNotKept() throws Exception {
        try (CachedWire wire = wire((head, nth) -> part("2-6/10", "234", FRESH))) {
            wire.get("/a", "Range: bytes=2-6");
            wire.get("/a", "Range: bytes=2-6");

            assertThat(wire.requests()).hasSize(2);
            assertThat(wire.wire().proxy().cacheContents().snapshot().responses())
                    .isEmpty();
        }
    }

    @Test
    void aPartOfTheWholeThatIsStoredDoesNotTakeItsPlace() throws Exception {
        CachedWire.Answer answer = (head, nth) ->
                nth == 1 ? ok("0123456789", FRESH, "ETag: \"a\"") : part("2-6/10", "23456", FRESH, "ETag: \"a\"");
        try (CachedWire wire = wire(answer)) {
            wire.get("/a");
            wire.get("/a", "Range: bytes=2-6", "Cache-Control: no-cache");

            assertThat(wire.get("/a")).contains("; hit").endsWith("\r\n\r\n0123456789");
        }
    }

    @Test
    void headRangesAndConditionsAreAnsweredFromTheStoredWhole() throws Exception {
        try (CachedWire wire = wire((head, nth) -> ok("0123456789", FRESH, "ETag: \"a\""))) {
            wire.get("/a");

            assertThat(wire.ask("HEAD", "/a"))
                    .startsWith("HTTP/1.1 200 OK")
                    .contains("\r\nContent-Length: 10\r\n")
                    .endsWith("\r\n\r\n");
            assertThat(wire.get("/a", "Range: bytes=2-4"))
                    .startsWith("HTTP/1.1 206 Partial Content")
                    .contains("\r\nContent-Range: bytes 2-4/10\r\n")
                    .endsWith("\r\n\r\n234");
            assertThat(wire.get("/a", "Range: bytes=-3")).endsWith("\r\n\r\n789");
            assertThat(wire.get("/a", "Range: bytes=70-"))
                    .startsWith("HTTP/1.1 416 ")
                    .contains("\r\nContent-Range: bytes */10\r\n");
            assertThat(wire.get("/a", "If-None-Match: \"a\""))
                    .startsWith("HTTP/1.1 304 Not Modified")
                    .contains("\r\nETag: \"a\"\r\n")
                    .doesNotContain("Content-Length");
            assertThat(wire.requests()).hasSize(1);
        }
    }

    @Test
    void nothingOfANoStoreResponseIsEverOnDisk() throws Exception {
        try (CachedWire wire = wire((head, nth) -> ok("secret", "Cache-Control: no-store, max-age=1000"))) {
            assertThat(wire.get("/a")).contains("Cache-Status: hopscope; fwd=uri-miss; detail=no-store");
            assertThat(wire.get("/a", "Cache-Control: no-store")).contains("fwd=bypass");
            assertThat(wire.requests()).hasSize(2);
        }
        assertThat(files()).containsOnly("lock");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }

    @Test
    void aSharedCacheKeepsWhatIsPrivateOutAndAPrivateOneKeepsIt() throws Exception {
        CachedWire.Answer answer = (head, nth) -> ok("mine", "Cache-Control: private, max-age=1000");
        try (CachedWire wire = wire(answer)) {
            wire.get("/a");
            assertThat(wire.get("/a")).contains("detail=private");
        }
        try (CachedWire wire = new CachedWire(folder, 1 << 20, false, answer)) {
            wire.get("/a");
            assertThat(wire.get("/a")).contains("; hit");
        }
    }

    @Test
    void anUnsafeMethodThatSucceedsRemovesWhatIsStoredOfItsTarget() throws Exception {
        try (CachedWire wire = wire(
                (head, nth) -> head.startsWith("POST /fail") ? response("500 No", "") : ok("body " + nth, FRESH))) {
            wire.get("/a");
            assertThat(wire.ask("POST", "/a", "Content-Length: 0")).contains("Cache-Status: hopscope; fwd=method");
            assertThat(wire.get("/a")).contains("fwd=uri-miss").endsWith("body 3");
            wire.ask("POST", "/fail", "Content-Length: 0");
            assertThat(wire.get("/a")).contains("; hit");
        }
    }

    @Test
    void onlyIfCachedIsAnsweredWithoutTheOriginEvenWhereNothingIsStored() throws Exception {
        try (CachedWire wire = wire((head, nth) -> ok("body", FRESH))) {
            assertThat(wire.get("/a", "Cache-Control: only-if-cached"))
                    .startsWith("HTTP/1.1 504 ")
                    .contains("Cache-Status: hopscope; fwd=uri-miss; detail=only-if-cached");
            assertThat(wire.requests()).isEmpty();
            wire.get("/a");
            assertThat(wire.get("/a", "Cache-Control: only-if-cached")).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void anOriginThatFailsIsStoodInForUnlessTheResponseForbidsIt() throws Exception {
        CachedWire.Answer answer = (head, nth) -> nth > 2
                ? null
                : ok("body", STALE + (head.contains("/strict") ? "\r\nCache-Control: must-revalidate" : ""));
        try (CachedWire wire = wire(answer)) {
            wire.get("/lax");
            wire.get("/strict");
            assertThat(wire.get("/lax"))
                    .startsWith("HTTP/1.1 200 ")
                    .contains("fwd=stale; ttl=-1000; detail=disconnected")
                    .endsWith("body");
            assertThat(wire.get("/strict")).startsWith("HTTP/1.1 502 ").contains("Cache-Status: hopscope; fwd=stale");
        }
    }

    @Test
    void anErrorOfTheOriginIsReplacedWhereStaleIfErrorAllowsIt() throws Exception {
        CachedWire.Answer answer = (head, nth) -> nth == 1
                ? ok("body", STALE + "\r\nCache-Control: stale-if-error=5000")
                : response("503 Down", "sorry", "Retry-After: 1");
        try (CachedWire wire = wire(answer)) {
            wire.get("/a");
            assertThat(wire.get("/a"))
                    .startsWith("HTTP/1.1 200 OK")
                    .contains("fwd=stale; fwd-status=503; ttl=-1000; detail=stale-if-error")
                    .doesNotContain("Retry-After")
                    .endsWith("body");
            HttpExchange row = wire.exchange(2);
            assertThat(row.heads().responseReceived().status()).isEqualTo(503);
            assertThat(HopDiff.of(row).response().explained()).isTrue();
        }
    }

    @Test
    void staleWhileRevalidateAnswersAtOnceAndTheValidationIsARowOfHopscopesOwn() throws Exception {
        CachedWire.Answer answer = (head, nth) -> nth == 1
                ? ok("body", STALE + "\r\nCache-Control: stale-while-revalidate=5000", "ETag: \"a\"")
                : response("304 Not Modified", "", FRESH);
        try (CachedWire wire = wire(answer)) {
            wire.get("/a");
            assertThat(wire.get("/a"))
                    .contains("hopscope; hit; ttl=-1000; detail=stale-while-revalidate")
                    .endsWith("body");
            List<Exchange> all = wire.wire().session().awaitEnded(3);

            HttpExchange validation = (HttpExchange) all.get(2);
            assertThat(validation.source())
                    .isEqualTo(new Source.Validated(all.get(1).id()));
            assertThat(validation.heads().requestForwarded().headers().first("If-None-Match"))
                    .isEqualTo("\"a\"");
            assertThat(validation.heads().responseReceived().status()).isEqualTo(304);
            assertThat(validation.heads().responseReturned()).isNull();
            assertThat(validation.outcome()).isEqualTo(Outcome.COMPLETED);
            assertThat(wire.get("/a")).contains("; hit; ttl=1000");
            assertThat(wire.requests()).hasSize(2);
            assertThat(wire.wire().session().faults()).isEmpty();
        }
    }

    @Test
    void aResponseThatBreaksOffIsNotStored() throws Exception {
        CachedWire.Answer answer = (head, nth) -> nth > 1
                ? ok("whole", FRESH)
                : "HTTP/1.1 200 OK\r\n" + FRESH + "\r\nContent-Length: 10\r\n\r\n12345" + CachedWire.THEN_CLOSE;
        try (CachedWire wire = new CachedWire(folder, 1 << 20, true, answer)) {
            try (Socket client = wire.wire().client()) {
                Wire.send(client, wire.wire().request("GET", "/a"));
                client.getInputStream().readAllBytes();
            } catch (IOException e) {
                // reset, as the client is to notice
            }
            wire.exchange(1);
            assertThat(wire.get("/a")).contains("fwd=uri-miss").endsWith("whole");
        }
    }

    @Test
    void requestsForTheSameAreAnsweredByOneOfTheOrigin() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CachedWire.Answer answer = (head, nth) -> {
            asked.countDown();
            await(release);
            return ok("body " + nth, FRESH);
        };
        try (CachedWire wire = wire(answer);
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> first = clients.submit(() -> wire.get("/a"));
            await(asked);
            List<Future<String>> others = Stream.generate(() -> clients.submit(() -> wire.get("/a")))
                    .limit(8)
                    .toList();
            wire.wire().session().await(all -> all.size() == 9);
            release.countDown();

            assertThat(first.get()).contains("fwd=uri-miss; stored").endsWith("body 1");
            for (Future<String> other : others) {
                assertThat(other.get())
                        .contains("hopscope; fwd=uri-miss; collapsed; ttl=1000")
                        .endsWith("body 1");
            }
            assertThat(wire.requests()).hasSize(1);
        }
    }

    @Test
    void whoWaitedForAnAnswerThatMayNotBeSharedAsksForItself() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CachedWire.Answer answer = (head, nth) -> {
            asked.countDown();
            await(release);
            return ok("for one", "Cache-Control: no-store");
        };
        try (CachedWire wire = wire(answer);
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> first = clients.submit(() -> wire.get("/a"));
            await(asked);
            Future<String> second = clients.submit(() -> wire.get("/a"));
            wire.wire().session().await(all -> all.size() == 2);
            release.countDown();

            assertThat(first.get()).endsWith("for one");
            assertThat(second.get()).contains("fwd=uri-miss; detail=no-store").endsWith("for one");
            assertThat(wire.requests()).hasSize(2);
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IOException("waited in vain");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void whatIsStoredSurvivesTheEndOfTheProgram() throws Exception {
        String large = "x".repeat(200_000);
        CachedWire.Answer answer = (head, nth) -> ok(large, FRESH, "X: 1");
        int port;
        try (CachedWire wire = wire(answer)) {
            wire.get("/a");
            port = Integer.parseInt(wire.wire().authority().split(":")[1]);
        }
        assertThat(files()).hasSize(3);
        try (CachedWire wire = wire((head, nth) -> "")) {
            String line = "http://127.0.0.1:" + port + "/a";
            try (Socket client = wire.wire().client()) {
                Wire.send(client, "GET " + line + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n");
                assertThat(CachedWire.answer(client, "GET"))
                        .contains("; hit", "\r\nX: 1\r\n")
                        .endsWith("\r\n\r\n" + large);
            }
            assertThat(wire.requests()).isEmpty();
        }
    }

    @Test
    void aDamagedFileDoesNotAnswerAndRestsAreRemoved() throws Exception {
        String old;
        try (CachedWire wire = wire((head, nth) -> ok("body", FRESH))) {
            wire.get("/a");
            old = wire.wire().authority();
        }
        Files.writeString(folder.resolve("77.content.part"), "half");
        Files.writeString(folder.resolve("78.head"), "no head");
        Files.writeString(folder.resolve("79.content"), "no head for this");
        Path content = folder.resolve(
                files().stream().filter(f -> f.equals("1.content")).findFirst().orElseThrow());
        Files.writeString(content, "bodi", StandardCharsets.US_ASCII);
        try (CachedWire wire = wire((head, nth) -> "");
                Socket client = wire.wire().client()) {
            Wire.send(client, "GET http://" + old + "/a HTTP/1.1\r\nHost: " + old + "\r\n\r\n");
            assertThat(CachedWire.answer(client, "GET")).startsWith("HTTP/1.1 502 ");
        }
        assertThat(files()).containsOnly("lock");
    }

    @Test
    void theCacheIsTurnedOffAndOnWhileTheProxyRuns() throws Exception {
        try (CachedWire wire = wire((head, nth) -> ok("body " + nth, FRESH))) {
            wire.get("/a");
            var options = wire.wire().proxy().options();
            wire.wire().proxy().apply(options.withCache(null));
            assertThat(wire.get("/a")).doesNotContain("Cache-Status").endsWith("body 2");
            wire.wire().proxy().apply(options);
            assertThat(wire.get("/a")).contains("; hit").endsWith("body 1");
        }
    }

    @Test
    void theLeastRecentlyUsedGoesFirstWhenTheSizeIsReached() throws Exception {
        String body = "x".repeat(3000);
        try (CachedWire wire = new CachedWire(folder, 4 * 8192 + 100, true, (head, nth) -> ok(body, FRESH))) {
            for (String path : List.of("/1", "/2", "/3", "/4")) {
                wire.get(path);
            }
            assertThat(wire.get("/1")).contains("; hit");
            wire.get("/5");
            assertThat(wire.get("/1")).contains("; hit");
            assertThat(wire.get("/2")).contains("fwd=uri-miss");
        }
    }

    @Test
    void aTunnelToOneHostDoesNotFillTheCacheForAnother() throws Exception {
        try (CachedWire wire = wire((head, nth) -> ok("evil", FRESH));
                Socket client = wire.wire().client()) {
            String target = wire.wire().authority();
            Wire.send(client, "CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n\r\n");
            Wire.head(client);
            Wire.send(client, "GET /login HTTP/1.1\r\nHost: bank.example\r\n\r\n");

            assertThat(CachedWire.answer(client, "GET"))
                    .contains("Cache-Status: hopscope; fwd=bypass")
                    .endsWith("evil");
        }
        assertThat(files()).containsOnly("lock");
    }

    @Test
    void withoutACacheNothingIsAddedToAResponse() throws Exception {
        CachedWire.Answer answer = (head, nth) -> ok("body", FRESH);
        try (CachedWire wire = wire(answer);
                Wire plain = new Wire((socket, nth) -> {
                    Wire.head(socket);
                    Wire.send(socket, ok("body", FRESH));
                });
                Socket client = plain.client()) {
            Wire.send(client, plain.request("GET", "/a"));
            String without = CachedWire.answer(client, "GET");
            String with = wire.get("/a");

            assertThat(without).doesNotContain("Cache-Status", "X-Cache");
            assertThat(with.replaceAll("Cache-Status: .*\r\nX-Cache: .*\r\n", "")
                            .replaceAll("Via: .*", ""))
                    .isEqualTo(without.replaceAll("Via: .*", ""));
        }
    }

    @Test
    void aLargeStoredBodyPassesWholeToASlowClient() throws Exception {
        String body = "0123456789abcdef".repeat(200_000);
        try (CachedWire wire = new CachedWire(folder, 64 << 20, true, (head, nth) -> ok(body, FRESH))) {
            wire.get("/a");
            try (Socket client = wire.wire().client()) {
                client.setReceiveBufferSize(4096);
                Wire.send(client, wire.wire().request("GET", "/a"));
                assertThat(CachedWire.answer(client, "GET")).contains("; hit").endsWith(body);
            }
            assertThat(wire.wire().session().body(wire.exchange(2).id(), Direction.RESPONSE))
                    .isEqualTo(body);
            assertThat(wire.requests()).hasSize(1);
        }
    }
}
