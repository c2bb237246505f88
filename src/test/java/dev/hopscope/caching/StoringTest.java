package dev.hopscope.caching;

import static dev.hopscope.caching.Cases.NOW;
import static dev.hopscope.caching.Cases.date;
import static dev.hopscope.caching.Cases.get;
import static dev.hopscope.caching.Cases.request;
import static dev.hopscope.caching.Cases.response;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Header;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoringTest {
    private static StoreDecision shared(RequestHead request, ResponseHead response) {
        return Storing.decide(request, Cases.URI, response, NOW, CachingOptions.SHARED);
    }

    private static void refused(StoreDecision decision, Rule rule) {
        assertThat(decision.store()).isFalse();
        assertThat(decision.deciding().rule()).isEqualTo(rule);
    }

    @Test
    void aResponseWithALifetimeIsStoredAndTheLineThatDecidesIsNamed() {
        StoreDecision decision = shared(get(), response(200, "Cache-Control", "max-age=60"));

        assertThat(decision.store()).isTrue();
        assertThat(decision.deciding().rule()).isEqualTo(Rule.EXPLICIT_LIFETIME);
        assertThat(decision.deciding().line()).isEqualTo(new Header("Cache-Control", "max-age=60"));
    }

    @Test
    void noStoreForbidsItWhateverElseIsSaid() {
        refused(
                shared(get(), response(200, "Cache-Control", "max-age=60", "Cache-Control", "public, No-StOrE")),
                Rule.NO_STORE);
        refused(
                shared(get("Cache-Control", "no-store"), response(200, "Cache-Control", "max-age=60")),
                Rule.REQUEST_NO_STORE);
    }

    @Test
    void mustUnderstandOverridesNoStoreForAKnownStatusAlone() {
        assertThat(shared(get(), response(200, "Cache-Control", "max-age=60, no-store, must-understand"))
                        .store())
                .isTrue();
        refused(
                shared(get(), response(599, "Cache-Control", "max-age=60, must-understand")),
                Rule.STATUS_NOT_UNDERSTOOD);
    }

    @Test
    void privateForbidsASharedCacheAndNoOther() {
        ResponseHead response = response(200, "Cache-Control", "private, max-age=60");

        refused(shared(get(), response), Rule.PRIVATE);
        assertThat(Storing.decide(get(), Cases.URI, response, NOW, CachingOptions.PRIVATE)
                        .store())
                .isTrue();
    }

    @Test
    void authorizationForbidsASharedCacheUnlessTheResponseAllowsIt() {
        RequestHead request = get("Authorization", "Basic eDp5");

        refused(shared(request, response(200, "Cache-Control", "max-age=60")), Rule.AUTHORIZATION);
        for (String allows : new String[] {"public", "must-revalidate", "s-maxage=60"}) {
            assertThat(shared(request, response(200, "Cache-Control", "max-age=60, " + allows))
                            .store())
                    .isTrue();
        }
        assertThat(Storing.decide(
                                request,
                                Cases.URI,
                                response(200, "Cache-Control", "max-age=60"),
                                NOW,
                                CachingOptions.PRIVATE)
                        .store())
                .isTrue();
    }

    @Test
    void varyStarIsNotStored() {
        refused(shared(get(), response(200, "Cache-Control", "max-age=60", "Vary", "Accept, *")), Rule.VARY_STAR);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 202, 302, 403, 500, 502, 503, 504, 599})
    void otherStatusesNeedPublicOrALifetime(int status) {
        refused(shared(get(), response(status, "Last-Modified", date(-1000))), Rule.STATUS_NEEDS_LIFETIME);
        assertThat(shared(get(), response(status, "Cache-Control", "max-age=60"))
                        .store())
                .isTrue();
        assertThat(shared(get(), response(status, "Cache-Control", "public", "Last-Modified", date(-1000)))
                        .store())
                .isTrue();
    }

    @Test
    void whatIsNeverFreshAndCannotBeValidatedIsNotStored() {
        refused(shared(get(), response(200)), Rule.OF_NO_USE);
        refused(shared(get(), response(200, "Cache-Control", "max-age=0")), Rule.OF_NO_USE);
        assertThat(shared(get(), response(200, "Cache-Control", "no-cache", "ETag", "\"a\""))
                        .store())
                .isTrue();
    }

    @Test
    void anAnswerToPostIsStoredOnlyWhereItIsThatOfItsTarget() {
        refused(shared(request("POST"), response(200, "Cache-Control", "max-age=60")), Rule.POST_NOT_REUSABLE);
        refused(shared(request("POST"), response(200, "Content-Location", "/list?page=2")), Rule.POST_NOT_REUSABLE);
        refused(
                shared(request("POST"), response(200, "Content-Location", "/other", "Cache-Control", "max-age=60")),
                Rule.POST_NOT_REUSABLE);
        assertThat(shared(
                                request("POST"),
                                response(200, "Content-Location", "/list?page=2", "Cache-Control", "max-age=60"))
                        .store())
                .isTrue();
        refused(shared(request("PUT"), response(200, "Cache-Control", "max-age=60")), Rule.METHOD_NOT_STORED);
    }

    @Test
    void partialContentAnd304AreNotStored() {
        refused(shared(get(), response(206, "Cache-Control", "max-age=60")), Rule.PARTIAL_NOT_STORED);
        for (String parts :
                new String[] {"bytes 2-6/*", "bytes 6-2/10", "bytes 2-10/10", "lines 2-6/10", "bytes */10"}) {
            refused(
                    shared(
                            get("Range", "bytes=2-6"),
                            response(206, "Cache-Control", "max-age=60", "Content-Range", parts)),
                    Rule.PARTIAL_NOT_STORED);
        }
        refused(shared(get(), response(304, "Cache-Control", "max-age=60")), Rule.PARTIAL_NOT_STORED);
    }

    @Test
    void fieldsOfAConnectionAndThoseNamedByConnectionNoCacheOrPrivateAreLeftOut() {
        ResponseHead kept = Storing.kept(
                response(
                        200,
                        "Connection",
                        "a, Keep-Alive",
                        "A",
                        "1",
                        "Keep-Alive",
                        "timeout=5",
                        "B",
                        "2",
                        "Cache-Control",
                        "max-age=9, no-cache=\"set-cookie\", private=c",
                        "Set-Cookie",
                        "s=1",
                        "C",
                        "3",
                        "Proxy-Authentication-Info",
                        "x",
                        "D",
                        "4"),
                NOW,
                CachingOptions.SHARED);

        assertThat(kept.headers().stream().map(Header::name)).containsExactly("B", "Cache-Control", "D", "Date");
        assertThat(kept.headers().first("Date")).isEqualTo(date(0));
    }
}
