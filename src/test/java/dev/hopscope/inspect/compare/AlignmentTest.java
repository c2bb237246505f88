package dev.hopscope.inspect.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlignmentTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void onlyEqualThingsAreAlignedAndInOrder(int seed) {
        Random random = new Random(seed);
        int kinds = 1 + random.nextInt(seed * 2000);
        int[] a = random.ints(random.nextInt(6000), 0, kinds).toArray();
        int[] b = edited(a, random, kinds);
        int[] partner = Alignment.of(a, b, Progress.NONE).partner();
        int last = -1;
        for (int i = 0; i < a.length; i++) {
            if (partner[i] >= 0) {
                assertThat(b[partner[i]]).isEqualTo(a[i]);
                assertThat(partner[i]).isGreaterThan(last);
                last = partner[i];
            }
        }
    }

    private static int[] edited(int[] a, Random random, int kinds) {
        return Arrays.stream(a)
                .flatMap(x -> switch (random.nextInt(10)) {
                    case 0 -> IntStream.empty();
                    case 1 -> IntStream.of(random.nextInt(kinds), x);
                    default -> IntStream.of(x);
                })
                .toArray();
    }

    @Test
    void aChangeInTheMiddleOfManyEqualThingsIsFound() {
        int[] a = IntStream.range(0, 100_000).toArray();
        int[] b = a.clone();
        b[50_000] = 100_000;
        Alignment.Result result = Alignment.of(a, b, Progress.NONE);
        assertThat(IntStream.range(0, a.length).filter(i -> result.partner()[i] < 0))
                .containsExactly(50_000);
        assertThat(result.unaligned()).isZero();
    }

    @Test
    void whatIsTooLargeAndTooAlikeIsCounted() {
        int[] a = new Random(1).ints(20_000, 0, 3).toArray();
        int[] b = new Random(2).ints(20_000, 0, 3).toArray();
        assertThat(Alignment.of(a, b, Progress.NONE).unaligned()).isPositive();
    }
}
