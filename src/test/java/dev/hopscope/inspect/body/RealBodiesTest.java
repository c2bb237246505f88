package dev.hopscope.inspect.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Headers;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RealBodiesTest {
    static Stream<RealBodies.Real> bodies() {
        return RealBodies.all().stream();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void theViewThatSuitsABodyComesFirst(RealBodies.Real body) {
        assertThat(BodyViews.suiting(sample(body, body.bytes())).getFirst().id())
                .isEqualTo(body.view());
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void theBytesThemselvesAreAlwaysBesideIt(RealBodies.Real body) {
        assertThat(BodyViews.suiting(sample(body, body.bytes())).stream().map(BodyView::id))
                .contains("text", "hex");
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void tornOffAnywhereItIsStillShown(RealBodies.Real body) {
        for (int length = 0; length <= body.bytes().length; length++) {
            BodySample sample = sample(body, Arrays.copyOf(body.bytes(), length));
            for (BodyView view : BodyViews.suiting(sample)) {
                BodyViewsTest.check(view.render(sample));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void withAnyBytesChangedItIsStillShown(RealBodies.Real body) {
        Random random = new Random(body.view().hashCode());
        for (int round = 0; round < 1000; round++) {
            byte[] bytes = body.bytes().clone();
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            BodySample sample = sample(body, bytes);
            for (BodyView view : BodyViews.suiting(sample)) {
                BodyViewsTest.check(view.render(sample));
            }
        }
    }

    private static BodySample sample(RealBodies.Real body, byte[] bytes) {
        return Samples.read(bytes, bytes.length, 0, Headers.of(body.headers().toArray(String[]::new)));
    }
}
