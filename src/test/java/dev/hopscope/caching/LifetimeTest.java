package dev.hopscope.caching;

import static dev.hopscope.caching.Cases.date;
import static dev.hopscope.caching.Cases.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Headers;
import org.junit.jupiter.api.Test;

class LifetimeTest {
    private static void is(Lifetime lifetime, long seconds, Rule source) {
        assertThat(lifetime.seconds()).isEqualTo(seconds);
        assertThat(lifetime.source().rule()).isEqualTo(source);
    }

    @Test
    void aSharedCacheTakesSMaxageAPrivateOneMaxAge() {
        Stored both = stored("Cache-Control", "max-age=60, s-maxage=5", "Expires", date(900));

        is(Lifetime.of(both, CachingOptions.SHARED), 5, Rule.S_MAXAGE);
        is(Lifetime.of(both, CachingOptions.PRIVATE), 60, Rule.MAX_AGE);
    }

    @Test
    void expiresCountsFromTheDateOfTheOrigin() {
        is(Lifetime.of(stored("Date", date(-100), "Expires", date(50)), CachingOptions.SHARED), 150, Rule.EXPIRES);
        is(Lifetime.of(stored("Expires", date(-1)), CachingOptions.SHARED), 0, Rule.EXPIRES);
    }

    @Test
    void aLifetimeThatCannotBeReadIsOver() {
        is(Lifetime.of(stored("Expires", "0"), CachingOptions.SHARED), 0, Rule.INVALID_EXPIRES);
        is(
                Lifetime.of(stored("Cache-Control", "max-age=soon", "Expires", date(50)), CachingOptions.SHARED),
                0,
                Rule.INVALID_LIFETIME);
    }

    @Test
    void withoutOneATenthOfTheTimeSinceTheLastModificationIsTakenUpToADay() {
        is(Lifetime.of(stored("Last-Modified", date(-1000)), CachingOptions.SHARED), 100, Rule.HEURISTIC);
        is(Lifetime.of(stored("Last-Modified", date(-100_000_000)), CachingOptions.SHARED), 86_400, Rule.HEURISTIC);
        is(Lifetime.of(stored("Last-Modified", date(1000)), CachingOptions.SHARED), 0, Rule.HEURISTIC);
        is(Lifetime.of(stored(), CachingOptions.SHARED), 0, Rule.NO_LIFETIME);
    }

    @Test
    void aStatusWithoutHeuristicsNeedsPublic() {
        Stored unknown =
                new Stored(Headers.EMPTY, Cases.response(599, "Last-Modified", date(-1000)), Cases.NOW, Cases.NOW);
        Stored declared = new Stored(
                Headers.EMPTY,
                Cases.response(599, "Last-Modified", date(-1000), "Cache-Control", "public"),
                Cases.NOW,
                Cases.NOW);

        is(Lifetime.of(unknown, CachingOptions.SHARED), 0, Rule.NO_LIFETIME);
        is(Lifetime.of(declared, CachingOptions.SHARED), 100, Rule.HEURISTIC);
    }
}
