package dev.hopscope.ui.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.inspect.cache.CacheState;
import dev.hopscope.ui.detail.SampleExchanges;
import org.junit.jupiter.api.Test;

class CacheReportTest {
    private final SampleExchanges samples = new SampleExchanges();

    @Test
    void theVerdictSaysWhoAnsweredAndHowOldTheCopyWas() {
        CacheReport report = CacheReport.of(samples.shielded());

        assertThat(report.verdict()).isEqualTo("Fastly answered. The origin was not asked. The copy is 88 s old.");
        assertThat(report.note())
                .isEqualTo("3 layers, from the client to the origin; 1 of them answered from a copy. What a cache says"
                        + " is not proved by anything else.");
        assertThat(report.badge()).isEqualTo("HIT");
    }

    @Test
    void theWordsThatProveAMarkStandApartInTheirLine() {
        CacheReport.Layer edge = CacheReport.of(samples.shielded()).layers().getFirst();

        assertThat(edge.state()).isEqualTo(CacheState.HIT);
        assertThat(edge.node()).isEqualTo("cache-fra-eddf8230108-FRA");
        assertThat(edge.quotes().getFirst()).isEqualTo(new CacheReport.Quote("X-Cache: MISS, ", "HIT", ""));
        assertThat(edge.says()).contains("Its count of hits is 14.");
    }

    @Test
    void aLayerBehindIsSaidToBeAsOldAsTheCopy() {
        assertThat(CacheReport.of(samples.shielded()).layers().get(1).warnings())
                .anyMatch(w -> w.startsWith("This mark was stored with the copy"));
    }

    @Test
    void controlsFromTheWireStayInTheirLine() {
        CacheReport report =
                CacheReport.of(samples.cached(7, "CF-Cache-Status", "HIT\u0007\r\u202e", "CF-RAY", "1-\tX"));

        assertThat(report.layers().getFirst().quotes().getFirst().text()).doesNotContain("\r", "\u0007", "\u202e");
    }

    @Test
    void aLongLineIsQuotedAroundItsWords() {
        CacheReport report =
                CacheReport.of(samples.cached(8, "X-Cache", "x".repeat(500) + ", HIT, " + "y".repeat(500)));

        assertThat(report.layers().getFirst().quotes().getFirst().text())
                .contains("HIT")
                .startsWith("X-Cache: …")
                .endsWith("…")
                .hasSizeLessThan(160);
    }

    @Test
    void whatNoCacheSpeaksOfHasNoBadge() {
        CacheReport report = CacheReport.of(samples.cart());

        assertThat(report.badge()).isEmpty();
        assertThat(report.layers()).isEmpty();
        assertThat(report.verdict()).isEqualTo("No cache says anything of this response.");
        assertThat(CacheReport.of(samples.tunnel())).isEqualTo(CacheReport.NONE);
    }
}
