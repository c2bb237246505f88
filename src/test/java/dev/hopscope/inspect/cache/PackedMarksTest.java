package dev.hopscope.inspect.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PackedMarksTest {
    private static PackedMarks packed(String cacheStatus) {
        return PackedMarks.of(HeaderSets.marks("Cache-Status", cacheStatus));
    }

    @Test
    void noLayerIsZero() {
        assertThat(PackedMarks.of(List.of())).isEqualTo(PackedMarks.NONE);
        assertThat(PackedMarks.NONE.size()).isZero();
        assertThat(PackedMarks.NONE.decided()).isEmpty();
        assertThat(PackedMarks.NONE.answered()).isFalse();
    }

    @Test
    void theFirstLayerThatAnsweredDecides() {
        PackedMarks marks = packed("C; hit, B; hit, A; fwd=miss");

        assertThat(marks.decided()).hasValue(1);
        assertThat(marks.answered()).isTrue();
    }

    @Test
    void whereNobodyAnsweredTheFirstThatSaysSomethingDecides() {
        PackedMarks marks = packed("B; fwd=bypass, A");

        assertThat(marks.decided()).hasValue(1);
        assertThat(marks.answered()).isFalse();
    }

    @Test
    void moreThanSixLayersAreSaidToBeMore() {
        PackedMarks marks = packed("a; hit, b; hit, c; hit, d; hit, e; hit, f; hit, g; fwd=stale");

        assertThat(marks.size()).isEqualTo(6);
        assertThat(marks.more()).isTrue();
        assertThat(marks.state(0)).isEqualTo(CacheState.EXPIRED);
    }

    @Test
    void bitsOfAnotherVersionAreReadWithoutAFault() {
        PackedMarks marks = new PackedMarks(-1);

        for (int i = 0; i < marks.size(); i++) {
            assertThat(marks.state(i)).isNotNull();
            assertThat(marks.vendor(i)).isNotNull();
        }
    }
}
