package dev.hopscope.caching;

import static dev.hopscope.caching.Cases.NOW;
import static dev.hopscope.caching.Cases.after;
import static dev.hopscope.caching.Cases.get;
import static dev.hopscope.caching.Cases.response;
import static dev.hopscope.caching.Cases.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.caching.ReuseDecision.Outcome;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.RequestHead;
import org.junit.jupiter.api.Test;

class ReuseTest {
    private static void is(RequestHead request, Stored stored, long later, Outcome outcome, Rule rule) {
        ReuseDecision decision = Reuse.decide(request, stored, after(later), CachingOptions.SHARED);
        assertThat(decision.deciding().rule()).isEqualTo(rule);
        assertThat(decision.outcome()).isEqualTo(outcome);
    }

    @Test
    void aFreshResponseAnswersAndAStaleOneIsValidated() {
        is(get(), stored("Cache-Control", "max-age=60"), 59, Outcome.ANSWER, Rule.FRESH);
        is(get(), stored("Cache-Control", "max-age=60"), 60, Outcome.VALIDATE, Rule.STALE);
    }

    @Test
    void theRequestMayAskForMore() {
        Stored fresh = stored("Cache-Control", "max-age=60");

        is(get("Cache-Control", "no-cache"), fresh, 1, Outcome.VALIDATE, Rule.REQUEST_NO_CACHE);
        is(get("Pragma", "no-cache"), fresh, 1, Outcome.VALIDATE, Rule.REQUEST_PRAGMA);
        is(get("Pragma", "no-cache", "Cache-Control", "x"), fresh, 1, Outcome.ANSWER, Rule.FRESH);
        is(get("Cache-Control", "max-age=0"), fresh, 0, Outcome.VALIDATE, Rule.REQUEST_MAX_AGE);
        is(get("Cache-Control", "max-age=10"), fresh, 11, Outcome.VALIDATE, Rule.REQUEST_MAX_AGE);
        is(get("Cache-Control", "min-fresh=30"), fresh, 31, Outcome.VALIDATE, Rule.REQUEST_MIN_FRESH);
        assertThat(Reuse.bypass(get("Cache-Control", "no-store"))).isNotNull();
        assertThat(Reuse.onlyIfCached(get("Cache-Control", "only-if-cached"))).isNotNull();
    }

    @Test
    void theRequestMayTakeAStaleOne() {
        Stored stored = stored("Cache-Control", "max-age=60");

        is(get("Cache-Control", "max-stale"), stored, 9999, Outcome.ANSWER_STALE, Rule.REQUEST_MAX_STALE);
        is(get("Cache-Control", "max-stale=10"), stored, 70, Outcome.ANSWER_STALE, Rule.REQUEST_MAX_STALE);
        is(get("Cache-Control", "max-stale=10"), stored, 71, Outcome.VALIDATE, Rule.STALE);
        is(
                get("Cache-Control", "max-stale"),
                stored("Cache-Control", "max-age=60, must-revalidate"),
                70,
                Outcome.VALIDATE,
                Rule.MUST_REVALIDATE);
        is(
                get("Cache-Control", "max-stale"),
                stored("Cache-Control", "max-age=60, proxy-revalidate"),
                70,
                Outcome.VALIDATE,
                Rule.PROXY_REVALIDATE);
        is(
                get("Cache-Control", "max-stale"),
                stored("Cache-Control", "s-maxage=60"),
                70,
                Outcome.VALIDATE,
                Rule.S_MAXAGE_REVALIDATE);
    }

    @Test
    void noCacheInTheResponseAsksForValidationEvenWhileFresh() {
        is(get(), stored("Cache-Control", "max-age=60, No-CaChE"), 1, Outcome.VALIDATE, Rule.NO_CACHE);
        is(get(), stored("Cache-Control", "max-age=60, no-cache=\"set-cookie\""), 1, Outcome.ANSWER, Rule.FRESH);
    }

    @Test
    void staleWhileRevalidateAnswersWithinItsWindow() {
        Stored stored = stored("Cache-Control", "max-age=60, stale-while-revalidate=30");

        is(get(), stored, 90, Outcome.ANSWER_AND_VALIDATE, Rule.STALE_WHILE_REVALIDATE);
        is(get(), stored, 91, Outcome.VALIDATE, Rule.STALE);
    }

    @Test
    void anErrorOfTheOriginIsReplacedWhereStaleIfErrorSaysSo() {
        Stored allows = stored("Cache-Control", "max-age=60, stale-if-error=30");
        Stored plain = stored("Cache-Control", "max-age=60");

        assertThat(onError(get(), allows, true, 90)).isEqualTo(Rule.STALE_IF_ERROR);
        assertThat(onError(get(), allows, true, 91)).isEqualTo(Rule.STALE_NOT_LONG_ENOUGH);
        assertThat(onError(get("Cache-Control", "stale-if-error=500"), plain, true, 500))
                .isEqualTo(Rule.STALE_IF_ERROR);
        assertThat(onError(get(), plain, true, 90)).isEqualTo(Rule.ERROR_PASSED);
        assertThat(onError(get(), plain, false, 90)).isEqualTo(Rule.DISCONNECTED);
        assertThat(onError(
                        get(), stored("Cache-Control", "max-age=60, must-revalidate, stale-if-error=900"), false, 90))
                .isEqualTo(Rule.MUST_REVALIDATE);
    }

    private static Rule onError(RequestHead request, Stored stored, boolean reached, long later) {
        ReuseDecision decision = Reuse.onError(request, stored, reached, after(later), CachingOptions.SHARED);
        Rule rule = decision.deciding().rule();
        assertThat(decision.answers()).isEqualTo(rule == Rule.STALE_IF_ERROR || rule == Rule.DISCONNECTED);
        return rule;
    }

    @Test
    void aRequestThatDiffersInAFieldOfVaryIsForAnotherResponse() {
        ResponseFor english = new ResponseFor("Accept-Language", "en,  de;q=0.5");

        is(
                get("accept-language", "en", "Accept-Language", "de;q=0.5"),
                english.stored(),
                1,
                Outcome.ANSWER,
                Rule.FRESH);
        is(get("Accept-Language", "de"), english.stored(), 1, Outcome.OTHER, Rule.OTHER_VARIANT);
        is(get(), english.stored(), 1, Outcome.OTHER, Rule.OTHER_VARIANT);
    }

    private record ResponseFor(String... fields) {
        Stored stored() {
            var response = response(200, "Cache-Control", "max-age=60", "Vary", "accept-language, X-None");
            Headers selecting = Vary.selecting(Headers.of(fields), response.headers());
            return new Stored(selecting, response, NOW, NOW);
        }
    }
}
