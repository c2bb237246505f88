package dev.hopscope.inspect.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Constructed fields, for words that {@link HeaderSetsTest} has no set of, and for what misleads. */
class VendorsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        CF-Cache-Status | MISS | cloudflare:MISS
        CF-Cache-Status | EXPIRED | cloudflare:EXPIRED
        CF-Cache-Status | STALE | cloudflare:STALE
        CF-Cache-Status | UPDATING | cloudflare:STALE
        CF-Cache-Status | REVALIDATED | cloudflare:REVALIDATED
        CF-Cache-Status | BYPASS | cloudflare:BYPASS
        CF-Cache-Status | NONE/UNKNOWN | cloudflare:UNKNOWN
        X-Cache | RefreshHit from cloudfront | cloudfront:REVALIDATED
        X-Cache | LambdaGeneratedResponse from cloudfront | cloudfront:BYPASS
        X-Cache | LimitExceeded from cloudfront | cloudfront:ERROR
        X-Cache | TCP_REFRESH_HIT from a1-2-3-4 (AkamaiGHost/10) (-) | akamai:REVALIDATED
        X-Cache | TCP_REFRESH_MISS from a1-2-3-4 (AkamaiGHost/10) (-) | akamai:EXPIRED
        X-Cache | TCP_REFRESH_FAIL_HIT from a1-2-3-4 (AkamaiGHost/10) (-) | akamai:STALE
        X-Cache | TCP_DENIED from a1-2-3-4 (AkamaiGHost/10) (-) | akamai:ERROR
        Akamai-Cache-Status | Miss from child, Hit from parent | akamai:MISS akamai:HIT
        X-Cache | HIT TCP_MEM_HIT dirn:2:3 mlen:-1 | alibaba:HIT
        X-Cache | MISS TCP_MISS dirn:-2:-2 | alibaba:MISS
        X-Cache-Lookup | Hit From Disktank3 | tencent:HIT
        X-Cache-Lookup | Hit From Upstream | tencent:MISS
        CDN-Cache | HIT | bunny:HIT
        CDN-Cache | STALE | bunny:STALE
        X-Vercel-Cache | PRERENDER | vercel:HIT
        X-Vercel-Cache | STALE | vercel:STALE
        X-Kinsta-Cache | BYPASS | kinsta:BYPASS
        X-Sucuri-Cache | EXPIRED | sucuri:EXPIRED
        X-Cache-Status | UPDATING | nginx:STALE
        X-FastCGI-Cache | BYPASS | nginx:BYPASS
        X-LiteSpeed-Cache | hit,private | litespeed:HIT
        X-LiteSpeed-Cache | bkd | litespeed:BYPASS
        X-QC-Cache | hit | litespeed:HIT
        X-Drupal-Dynamic-Cache | UNCACHEABLE (poor cacheability) | drupal:DYNAMIC
        WP-Super-Cache | Served supercache file from PHP | wordpress:HIT
        X-SRCache-Fetch-Status | BYPASS | wordpress:BYPASS
        X-Rocket-Nginx-Serving-Static | No | wordpress:MISS
        X-Cache-Handler | cache-enabler-engine | wordpress:HIT
        X-Symfony-Cache | GET /: stale, valid, store | framework:REVALIDATED
        X-Symfony-Cache | GET /: stale, invalid, store | framework:EXPIRED
        X-Symfony-Cache | GET /: fresh | framework:HIT
        X-Rack-Cache | miss, store | framework:MISS
        X-Nextjs-Cache | STALE | framework:STALE
        X-Discourse-Cached | skip | framework:BYPASS
        Via | http/1.1 a.test (ApacheTrafficServer/9.2.0 [uScHs f p eN:t cCHp s ]) | traffic-server:HIT
        Via | http/1.1 a.test (ApacheTrafficServer [cRs f ]) | traffic-server:HIT
        Via | http/1.1 a.test (ApacheTrafficServer [cMsSfW]) | traffic-server:MISS
        Via | http/1.1 a.test (ApacheTrafficServer [cSsNfU]) | traffic-server:REVALIDATED
        Via | http/1.1 a.test (ApacheTrafficServer [cSsSfU]) | traffic-server:EXPIRED
        Via | http/1.1 a.test (ApacheTrafficServer/9.2.0 [uScMsEf p eC:t cCMi p sF]) | traffic-server:ERROR
        Via | http/1.1 a.test (ApacheTrafficServer [c sSf ]) | traffic-server:BYPASS
        Warning | 110 p.test "Response is stale" | warning:STALE
        Age | 5 | age:HIT
        Age | soon | ''\
        """)
    void aWordOfTheVendorSaysAState(String field, String value, String expected) {
        assertThat(HeaderSets.words(HeaderSets.marks(field, value))).isEqualTo(expected);
    }

    @Test
    void fastlyReportsAPassAsAMiss() {
        List<CacheMark> marks = HeaderSets.marks("X-Served-By", "cache-fra1-FRA", "X-Cache", "MISS");

        assertThat(marks.getFirst().quirks()).containsExactly(Quirk.FASTLY_PASS_IS_MISS);
    }

    @Test
    void aMissBehindAHitIsAsOldAsTheCopy() {
        List<CacheMark> marks = HeaderSets.marks(
                "X-Served-By", "cache-par1-PAR, cache-fra1-FRA", "X-Cache", "MISS, HIT", "X-Cache-Hits", "0, 14");

        assertThat(marks).extracting(CacheMark::node).containsExactly("cache-fra1-FRA", "cache-par1-PAR");
        assertThat(marks.get(0).facts()).contains(new Fact(Fact.Kind.HITS, "14"));
        assertThat(marks.get(1).quirks()).contains(Quirk.REPEATED);
    }

    @Test
    void aLayerBehindARevalidationWasAsked() {
        List<CacheMark> marks = HeaderSets.marks("CF-Cache-Status", "REVALIDATED", "X-Cache", "HIT from p.test");

        assertThat(marks.get(1).quirks()).doesNotContain(Quirk.REPEATED);
    }

    @Test
    void squidHadACopyAndDidNotUseIt() {
        List<CacheMark> marks = HeaderSets.marks(
                "X-Cache", "MISS from p.test", "X-Cache-Lookup", "HIT from p.test:3128", "Via", "1.1 p.test (squid)");

        assertThat(marks.getFirst().quirks()).containsExactly(Quirk.SQUID_COPY_NOT_USED);
        assertThat(marks.getFirst().facts()).containsExactly(new Fact(Fact.Kind.LOOKUP, "HIT"));
    }

    @Test
    void aWarningCorrectsTheWordOfTheCacheThatAnswered() {
        List<CacheMark> marks = HeaderSets.marks(
                "X-Cache",
                "HIT from p.test",
                "Via",
                "1.1 p.test (squid)",
                "Warning",
                "110 p.test \"Response is stale\"");

        assertThat(HeaderSets.words(marks)).isEqualTo("squid:STALE");
        assertThat(marks.getFirst().quirks()).contains(Quirk.WARNING_OBSOLETE);
    }

    @Test
    void oneVarnishNumberLeavesOpenWhetherItPassed() {
        assertThat(HeaderSets.marks("X-Varnish", "32770").getFirst().quirks()).containsExactly(Quirk.VARNISH_ONE_ID);
        assertThat(HeaderSets.words(HeaderSets.marks("X-Varnish", "32770", "X-Cache", "PASS")))
                .isEqualTo("varnish:BYPASS");
    }

    @Test
    void theEdgeStandsBeforeTheServersCache() {
        List<CacheMark> marks = HeaderSets.marks(
                "X-Drupal-Cache", "HIT", "X-Varnish", "1 2", "CF-Cache-Status", "MISS", "Server", "cloudflare");

        assertThat(marks).extracting(CacheMark::vendor).containsExactly("cloudflare", "varnish", "drupal");
    }

    @Test
    void fieldsOfNoCacheGiveNoMarks() {
        assertThat(HeaderSets.marks(
                        "Content-Type", "text/html", "Server", "nginx", "Via", "1.1 vegur", "ETag", "\"x\""))
                .isEmpty();
    }

    @Test
    void everyVendorHasAnIdOfItsOwn() {
        assertThat(CacheVendors.ALL).extracting(CacheVendor::id).doesNotHaveDuplicates();
        assertThat(CacheVendors.ALL).hasSizeLessThanOrEqualTo(CacheVendors.MOST);
        assertThat(CacheVendors.ALL)
                .allSatisfy(v -> assertThat(v.fields())
                        .isNotEmpty()
                        .allSatisfy(f -> assertThat(f).isEqualTo(f.toLowerCase(java.util.Locale.ROOT))));
    }
}
