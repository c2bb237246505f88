package dev.hopscope.proxy.server;

import static dev.hopscope.proxy.server.CachedWire.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Headers;
import dev.hopscope.proxy.CacheContents;
import dev.hopscope.proxy.CacheContents.Response;
import dev.hopscope.proxy.CacheContents.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a running proxy says of what its cache holds, and takes out of it. */
class CacheContentsTest {
    @TempDir
    private Path folder;

    private static List<Response> responses(CachedWire wire) {
        return contents(wire).snapshot().responses();
    }

    private static CacheContents contents(CachedWire wire) {
        return wire.wire().proxy().cacheContents();
    }

    @Test
    void aStoredResponseIsListedWithWhatItIsGoodFor() throws Exception {
        try (CachedWire wire = new CachedWire(
                folder,
                (head, nth) -> ok(
                        "body",
                        "Cache-Control: max-age=1000",
                        "Vary: Accept",
                        "Content-Type: text/plain",
                        "Age: 100"))) {
            wire.get("/a", "Accept: text/*");
            wire.get("/a", "Accept: text/*");
            Response stored = responses(wire).getFirst();

            assertThat(responses(wire)).hasSize(1);
            assertThat(stored.url()).startsWith("http://").endsWith("/a");
            assertThat(stored.scope()).isEmpty();
            assertThat(stored.status()).isEqualTo(200);
            assertThat(stored.octets()).isEqualTo(4);
            assertThat(stored.type()).isEqualTo("text/plain");
            assertThat(stored.selecting()).isEqualTo(Headers.of("Accept", "text/*"));
            assertThat(stored.lifetime()).isEqualTo(1000);
            assertThat(Duration.between(stored.made(), stored.used())).isGreaterThanOrEqualTo(Duration.ofSeconds(100));
            assertThat(stored.hits()).isEqualTo(1);
            assertThat(contents(wire).snapshot().state()).isEqualTo(State.ON);
            assertThat(contents(wire).snapshot().octets())
                    .isPositive()
                    .isLessThan(contents(wire).snapshot().most());
        }
    }

    @Test
    void aDroppedResponseNoLongerAnswersAndTheOthersDo() throws Exception {
        try (CachedWire wire =
                new CachedWire(folder, (head, nth) -> ok("body " + nth, "Cache-Control: max-age=1000"))) {
            wire.get("/a");
            wire.get("/b");
            long id = responses(wire).stream()
                    .filter(r -> r.url().endsWith("/a"))
                    .findFirst()
                    .orElseThrow()
                    .id();

            assertThat(contents(wire).drop(List.of(id, 4711L))).isEqualTo(1);
            assertThat(responses(wire)).extracting(Response::url).allMatch(url -> url.endsWith("/b"));
            assertThat(wire.get("/a")).endsWith("body 3");
            assertThat(wire.get("/b")).endsWith("body 2");
        }
    }

    @Test
    void whatWasStoredForOneUserDoesNotComeFromTheSharedCache() throws Exception {
        try (CachedWire wire = new CachedWire(
                folder, 1 << 20, false, (head, nth) -> ok("body " + nth, "Cache-Control: private, max-age=1000"))) {
            wire.get("/a");
            assertThat(wire.get("/a")).endsWith("body 1");
            var proxy = wire.wire().proxy();
            proxy.apply(proxy.options().withCache(new dev.hopscope.proxy.CacheOptions(folder, 1 << 20, true)));

            assertThat(wire.get("/a")).endsWith("body 2");
            assertThat(responses(wire)).extracting(Response::scope).containsExactly("private");
            proxy.apply(proxy.options().withCache(new dev.hopscope.proxy.CacheOptions(folder, 1 << 20, false)));
            assertThat(wire.get("/a")).endsWith("body 1");
        }
    }

    @Test
    void aCacheThatIsOffHoldsNothingToLookAt() throws Exception {
        try (CachedWire wire = new CachedWire(folder, (head, nth) -> ok("body", "Cache-Control: max-age=1000"))) {
            wire.get("/a");
            wire.wire().proxy().apply(wire.wire().proxy().options().withCache(null));

            assertThat(contents(wire).snapshot().state()).isEqualTo(State.OFF);
            assertThat(contents(wire).drop(List.of(1L))).isZero();
        }
    }

    @Test
    void aCacheThatCannotBeOpenedSaysWhy() throws Exception {
        try (CachedWire first = new CachedWire(folder, (head, nth) -> ok("body"));
                CachedWire second = new CachedWire(folder, (head, nth) -> ok("body"))) {
            first.get("/a");
            second.get("/a");

            assertThat(contents(second).snapshot().state()).isEqualTo(State.BROKEN);
            assertThat(contents(second).snapshot().problem()).contains("in use by another Hopscope");
        }
    }
}
