package dev.hopscope.ui.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.ui.detail.SampleExchanges;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On the sample, which has max-age=300, Vary: Accept-Encoding and a request with Authorization. */
class CacheVerdictTest {
    private static final Instant NOW = Instant.parse("2026-11-23T20:42:07Z");

    private final SampleExchanges samples = new SampleExchanges();

    private CacheVerdict of(String... fields) {
        return CacheVerdict.of((HttpExchange) samples.cached(9, fields), NOW).orElseThrow();
    }

    @Test
    void aSharedCacheMustNotStoreWhatWasAskedForWithAuthorization() {
        CacheVerdict verdict = of();

        assertThat(verdict.steps())
                .extracting(CacheVerdict.Step::kind, CacheVerdict.Step::section)
                .contains(org.assertj.core.groups.Tuple.tuple(CacheVerdict.Kind.NO, "RFC 9111 \u00a73.5"));
        assertThat(verdict.lanes())
                .containsExactly(
                        new CacheVerdict.Lane("Shared caches", 0, 0, 0),
                        new CacheVerdict.Lane("This client", 300, 300, 300));
    }

    @Test
    void eachKindOfCacheHasItsOwnLifetime() {
        CacheVerdict verdict = of("Cache-Control", "public, s-maxage=600");

        assertThat(verdict.lanes()).extracting(CacheVerdict.Lane::fresh).containsExactly(600L, 300L);
        assertThat(verdict.steps())
                .extracting(CacheVerdict.Step::words)
                .contains("Its lifetime in shared caches is 10 min", "Its lifetime in this client is 300 s");
    }

    @Test
    void theCopyMayBeUsedStaleAsLongAsItSays() {
        CacheVerdict verdict = of("Cache-Control", "public, stale-while-revalidate=60");

        assertThat(verdict.lanes()).extracting(CacheVerdict.Lane::usable).containsExactly(360L, 360L);
    }

    @Test
    void staleIfErrorLetsItBeUsedWhereTheOriginFails() {
        CacheVerdict verdict = of("Cache-Control", "public, stale-while-revalidate=60, stale-if-error=86400");

        assertThat(verdict.lanes()).extracting(CacheVerdict.Lane::usable).containsExactly(360L, 360L);
        assertThat(verdict.lanes()).extracting(CacheVerdict.Lane::onError).containsExactly(86_700L, 86_700L);
        assertThat(verdict.steps())
                .anyMatch(s -> s.words().contains("for another 24 h where the origin answers with an error")
                        && s.section().equals("RFC 5861 \u00a74"));
    }

    @Test
    void mustRevalidateForbidsThat() {
        CacheVerdict verdict = of("Cache-Control", "stale-while-revalidate=60, must-revalidate");

        assertThat(verdict.lanes().getLast().usable()).isEqualTo(300);
        assertThat(verdict.steps())
                .anyMatch(s -> s.words().startsWith("Once expired, this client asks")
                        && s.line().contains("must-revalidate"));
    }

    @Test
    void theAgeOnArrivalTellsWhenTheCopyWasMade() {
        CacheVerdict verdict = of("Age", "88");

        assertThat(verdict.born()).isBetween(NOW.minusSeconds(60 + 89), NOW.minusSeconds(60 + 87));
        assertThat(verdict.steps()).anyMatch(s -> s.words().equals("It was 88 s old when it came"));
    }

    @Test
    void theFieldsOfVaryAreNamedWithWhatWasSent() {
        assertThat(of().steps().getLast().words()).endsWith("agree in: accept-encoding");
        assertThat(of().steps().getLast().line()).isEqualTo("Accept-Encoding: gzip, br, zstd");
    }

    @Test
    void withNoStoreNothingIsDrawn() {
        assertThat(of("Cache-Control", "no-store").lanes())
                .allSatisfy(lane -> assertThat(lane.usable()).isZero());
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "599, 599 s", "600, 10 min", "7200, 2 h", "31536000, 365 days"})
    void spansAreSaidInWhatFits(long seconds, String words) {
        assertThat(CacheVerdict.span(seconds)).isEqualTo(words);
    }
}
