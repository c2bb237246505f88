package dev.hopscope.ui.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.ChangeReason;
import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.HeaderChange;
import dev.hopscope.exchange.HeaderChange.Part;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReasonWordsTest {
    static Stream<ChangeReason> reasons() {
        return Arrays.stream(ChangeReason.class.getPermittedSubclasses()).map(ReasonWordsTest::instance);
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void everyReasonHasALabelAndAnExplanation(ChangeReason reason) {
        ReasonWords words = ReasonWords.of(HeaderChange.removed(Direction.REQUEST, Part.HEADERS, "X", "1", 0, reason));

        assertThat(words.label()).isNotBlank().doesNotEndWith(".");
        assertThat(words.explanation()).hasSizeGreaterThan(30);
        assertThat(words.rfc()).isEqualTo(reason.rfc());
    }

    @Test
    void aLineWithoutARecordIsCalledAFault() {
        assertThat(ReasonWords.unknown().label()).isEqualTo("No reason recorded: a fault of Hopscope");
    }

    private static ChangeReason instance(Class<?> type) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Object[] arguments =
                    Arrays.stream(components).map(c -> "a word of it").toArray();
            var constructor = Objects.requireNonNull(type.getDeclaredConstructor(types));
            return (ChangeReason) constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
