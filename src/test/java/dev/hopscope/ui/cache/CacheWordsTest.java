package dev.hopscope.ui.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.inspect.cache.CacheState;
import dev.hopscope.inspect.cache.Fact;
import dev.hopscope.inspect.cache.PackedMarks;
import dev.hopscope.inspect.cache.Quirk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CacheWordsTest {
    private static PackedMarks marks(String... fields) {
        return new PackedMarks(
                PackedMarks.bits(null, new ResponseHead(HttpVersion.HTTP_1_1, 200, "OK", Headers.of(fields))));
    }

    @ParameterizedTest
    @EnumSource(CacheState.class)
    void everyStateHasItsWords(CacheState state) {
        assertThat(CacheWords.word(state)).isNotBlank();
        assertThat(CacheWords.sentence(state)).endsWith(".");
    }

    @ParameterizedTest
    @EnumSource(Quirk.class)
    void everyQuirkHasItsWords(Quirk quirk) {
        assertThat(CacheWords.quirk(quirk)).endsWith(".").doesNotContain("''");
    }

    @ParameterizedTest
    @EnumSource(Fact.Kind.class)
    void everyFactHasItsWords(Fact.Kind kind) {
        assertThat(CacheWords.fact(new Fact(kind, "14"))).contains("14").endsWith(".");
    }

    @Test
    void layersAreNamedFromTheClientToTheOrigin() {
        PackedMarks marks = marks("X-Varnish", "7", "CF-Cache-Status", "EXPIRED");

        assertThat(CacheWords.layers(marks)).isEqualTo("Cloudflare EXPIRED, then Varnish MISS");
        assertThat(CacheWords.word(marks)).isEqualTo("EXPIRED");
    }

    @Test
    void rowsWithoutAMarkComeLast() {
        assertThat(CacheWords.order(PackedMarks.NONE)).isGreaterThan(CacheWords.order(marks("Via", "1.1 varnish")));
        assertThat(CacheWords.order(marks("CDN-Cache", "HIT")))
                .isLessThan(CacheWords.order(marks("CDN-Cache", "MISS")));
        assertThat(CacheWords.word(PackedMarks.NONE)).isEmpty();
        assertThat(CacheWords.layers(PackedMarks.NONE)).isEmpty();
    }
}
