package dev.hopscope.inspect.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Headers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Constructed fields, by the grammar of RFC 9211 and RFC 9651. */
class CacheStatusTest {
    private static CacheMark only(String value) {
        List<CacheMark> marks = HeaderSets.marks("Cache-Status", value);
        assertThat(marks).hasSize(1);
        return marks.getFirst();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        A; hit | HIT
        A; hit; ttl=376 | HIT
        A; hit; ttl=-412 | STALE
        A; fwd=miss | MISS
        A; fwd=uri-miss; stored | MISS
        A; fwd=vary-miss | MISS
        A; fwd=partial | MISS
        A; fwd=stale | EXPIRED
        A; fwd=stale; fwd-status=200 | EXPIRED
        A; fwd=stale; fwd-status=304 | REVALIDATED
        A; fwd=stale; fwd-status=304; collapsed=?0 | REVALIDATED
        A; fwd=uri-miss; collapsed | COLLAPSED
        A; fwd=bypass | BYPASS
        A; fwd=method | BYPASS
        A; fwd=request | BYPASS
        A; fwd=request; fwd-status=304; stored; ttl=60 | REVALIDATED
        A; fwd=something-new | UNKNOWN
        A; hit=?0 | UNKNOWN
        A | UNKNOWN\
        """)
    void theParametersDecide(String value, CacheState state) {
        assertThat(only(value).state()).isEqualTo(state);
    }

    @Test
    void ofAChainTheLastMemberIsNearestToTheClient() {
        List<CacheMark> marks = HeaderSets.marks(
                "Cache-Status", "OriginCache; hit; ttl=1100, \"CDN Company Here\"; fwd=uri-miss; ttl=545");

        assertThat(marks).extracting(CacheMark::title).containsExactly("CDN Company Here", "OriginCache");
        assertThat(HeaderSets.words(marks)).isEqualTo("cache-status:MISS cache-status:HIT");
    }

    @Test
    void aSiteBehindOtherCachesIsReadBesideThem() {
        List<CacheMark> marks = HeaderSets.marks(
                "Server", "nginx/1.22.1",
                "X-Cache-Status", "MISS",
                "X-Cache", "MISS from squid.example",
                "X-Cache-Lookup", "MISS from squid.example:3128",
                "Via", "1.1 squid.example (squid/5.7)",
                "Cache-Status", "hopscope; fwd=uri-miss; stored",
                "X-Cache", "MISS from hopscope");

        assertThat(HeaderSets.words(marks)).isEqualTo("hopscope:MISS squid:MISS nginx:MISS");
    }

    @Test
    void linesOfTheFieldContinueTheChain() {
        List<CacheMark> marks = HeaderSets.marks("Cache-Status", "A; hit", "Cache-Status", "B; fwd=miss");

        assertThat(marks).extracting(CacheMark::title).containsExactly("B", "A");
    }

    @Test
    void everyParameterIsToldAsAFact() {
        CacheMark mark = only("A; fwd=stale; fwd-status=304; ttl=60; stored; key=\"a,b;c\"; detail=REFRESH");

        assertThat(mark.facts())
                .containsExactly(
                        new Fact(Fact.Kind.FORWARDED, "stale"),
                        new Fact(Fact.Kind.FORWARD_STATUS, "304"),
                        new Fact(Fact.Kind.TTL, "60"),
                        new Fact(Fact.Kind.STORED, "yes"),
                        new Fact(Fact.Kind.KEY, "a,b;c"),
                        new Fact(Fact.Kind.DETAIL, "REFRESH"));
        assertThat(mark.quirks()).isEmpty();
    }

    @Test
    void theEvidenceIsTheMemberItself() {
        assertThat(HeaderSets.marks("Cache-Status", "A; hit, B; fwd=miss")
                        .getFirst()
                        .evidence()
                        .getFirst()
                        .words())
                .isEqualTo("B; fwd=miss");
    }

    @Test
    void hitAndForwardedAtOnceIsNamedAContradiction() {
        assertThat(only("A; hit; fwd=stale").quirks()).contains(Quirk.HIT_AND_FORWARDED);
        assertThat(only("A; hit; fwd=stale").state()).isEqualTo(CacheState.STALE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A; hit; key=GET-http-host-/path?x=1",
                "A; hit; KEY=1",
                "A; hit; key=\"open",
                "A; hit;",
                "A; hit; ttl=1.2345",
                "9cache; hit; ttl=",
                "A b; hit"
            })
    void aFieldThatBreaksTheGrammarIsReadAsMeantAndSaysSo(String value) {
        assertThat(only(value).state()).isEqualTo(CacheState.HIT);
        assertThat(only(value).quirks()).contains(Quirk.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A; hit; ttl=-1.5; x=:aGk=:; y=@1659578233; z=?1; w=tok/en:en; *k=\"q\\\"\\\\\"",
                "  A; hit  ",
                "sub.example/8:80; hit",
                "A; hit; d=%\"gr%c3%bc\""
            })
    void everyTypeOfTheGrammarIsUnderstood(String value) {
        assertThat(only(value).quirks()).doesNotContain(Quirk.MALFORMED);
    }

    @Test
    void ourOwnCacheIsNamedAndNearestToTheClient() {
        List<CacheMark> marks = HeaderSets.marks(
                "CF-Cache-Status",
                "HIT",
                "Cache-Status",
                "hopscope; fwd=miss; stored",
                "X-Cache",
                "MISS from hopscope");

        assertThat(HeaderSets.words(marks)).isEqualTo("hopscope:MISS cloudflare:HIT");
    }

    @Test
    void squidsHitMayBeARevalidation() {
        List<CacheMark> marks =
                HeaderSets.marks("Cache-Status", "proxy.test;hit;detail=match", "Via", "1.1 proxy.test (squid/6.6)");

        assertThat(marks.getFirst().quirks()).containsExactly(Quirk.SQUID_REVALIDATION_IS_HIT);
    }

    @Test
    void aConditionalRequestAnsweredWith304ProvesTheClientsCopy() {
        List<CacheMark> marks = CacheMarks.of(
                HeaderSets.request("/", Headers.of("If-None-Match", "\"a\"")),
                HeaderSets.response(304, Headers.of("Cache-Status", "A; hit")));

        assertThat(HeaderSets.words(marks)).isEqualTo("client:REVALIDATED cache-status:HIT");
        assertThat(marks.getFirst().evidence())
                .extracting(Evidence::words)
                .containsExactly("304 Not Modified", "\"a\"");
    }

    @Test
    void aNewAnswerToAConditionalRequestReplacesTheClientsCopy() {
        List<CacheMark> marks = CacheMarks.of(
                HeaderSets.request("/", Headers.of("If-Modified-Since", "Tue, 24 Nov 2026 13:00:00 GMT")),
                HeaderSets.response(200, Headers.of("X-Cache", "MISS from p.test")));

        assertThat(HeaderSets.words(marks)).isEqualTo("client:EXPIRED squid:MISS");
        assertThat(CacheMarks.decided(marks)).hasValue(1);
    }

    @Test
    void a304NobodyAskedForConfirmsNothing() {
        CacheMark mark = CacheMarks.of(HeaderSets.request("/", Headers.EMPTY), HeaderSets.response(304, Headers.EMPTY))
                .getFirst();

        assertThat(mark.state()).isEqualTo(CacheState.UNKNOWN);
        assertThat(mark.quirks()).containsExactly(Quirk.NOT_ASKED);
    }
}
