package dev.hopscope.caching;

import static dev.hopscope.caching.Cases.NOW;
import static dev.hopscope.caching.Cases.after;
import static dev.hopscope.caching.Cases.date;
import static dev.hopscope.caching.Cases.get;
import static dev.hopscope.caching.Cases.response;
import static dev.hopscope.caching.Cases.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Header;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetedFieldTest {
    private static final CachingOptions CDN = CachingOptions.SHARED.withTargets(List.of("My-CDN", "CDN-Cache-Control"));

    @Test
    void aDictionaryIsReadWithItsTypes() {
        assertThat(TargetedField.read(List.of(
                        "max-age=60;x=1 , private=?0", "no-cache=\"a, b\", foo=(1 2), must-revalidate, max-age=70")))
                .isEqualTo(Map.of("max-age", "70", "no-cache", "a, b", "foo", "(1 2)", "must-revalidate", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "max-age =1",
                "max-age= 1",
                "MaX-aGe=1",
                "max-age=1,",
                "max-age=1, &&&&&",
                "no-store no-cache",
                "a=\"open",
                "a=1234567890123456"
            })
    void whatIsNoDictionaryCountsAsAbsent(String line) {
        assertThat(TargetedField.read(List.of(line))).isNull();
        Lifetime lifetime = Lifetime.of(stored("CDN-Cache-Control", line, "Cache-Control", "max-age=5"), CDN);
        assertThat(lifetime.seconds()).isEqualTo(5);
    }

    @Test
    void theFieldForThisCacheGoesBeforeCacheControlAndExpires() {
        Stored stored =
                stored("Cache-Control", "no-store, max-age=1", "CDN-Cache-Control", "max-age=60", "Expires", date(-5));

        assertThat(Lifetime.of(stored, CDN).seconds()).isEqualTo(60);
        assertThat(Lifetime.of(stored, CDN).source().line()).isEqualTo(new Header("CDN-Cache-Control", "max-age=60"));
        assertThat(Storing.decide(get(), Cases.URI, stored.response(), NOW, CDN).store())
                .isTrue();
        assertThat(Storing.decide(get(), Cases.URI, stored.response(), NOW, CachingOptions.SHARED)
                        .store())
                .isFalse();
        assertThat(Reuse.decide(get(), stored, after(59), CDN).outcome()).isEqualTo(ReuseDecision.Outcome.ANSWER);
    }

    @Test
    void itsRestrictionsHoldAlone() {
        for (String forbids : List.of("no-store", "private", "max-age=\"60\"")) {
            var response = response(200, "Cache-Control", "max-age=60", "CDN-Cache-Control", forbids);
            assertThat(Storing.decide(get(), Cases.URI, response, NOW, CDN).store())
                    .isFalse();
        }
    }

    @Test
    void theFirstTargetThatIsThereCounts() {
        assertThat(Lifetime.of(stored("CDN-Cache-Control", "max-age=1", "My-CDN", "max-age=2"), CDN)
                        .seconds())
                .isEqualTo(2);
    }
}
