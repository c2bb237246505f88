package dev.hopscope.inspect.reuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hopscope.inspect.reuse.Hint.Kind;
import org.junit.jupiter.api.Test;

/** What a change would have saved among the rows; bodies are as long as their text. */
class HintTest {
    private final Rows rows = new Rows();

    private org.assertj.core.api.AbstractListAssert<?, ?, org.assertj.core.groups.Tuple, ?> hints() {
        return assertThat(rows.across().hints()).extracting(Hint::kind, Hint::requests, Hint::octets);
    }

    @Test
    void whatIsFreshWouldNotHaveBeenSentAgainToACache() {
        for (int i = 0; i < 5; i++) {
            rows.at(i).gets("12345", "Cache-Control", "max-age=60", "ETag", "\"1\"");
        }
        hints().containsExactly(tuple(Kind.USE_A_CACHE, 4, 20L));
    }

    @Test
    void aLongerLifetimeSavesRequestsAndTheShortestThatDoesIsNamed() {
        for (int i = 0; i < 5; i++) {
            rows.at(50 * i).gets("12345", "Cache-Control", "max-age=0", "ETag", "\"1\"");
        }
        hints().contains(tuple(Kind.LIFETIME, 4, 0L));
        assertThat(rows.across().hints()).extracting(Hint::values).contains(java.util.List.of("300", ""));
    }

    @Test
    void aLifetimeBeyondTheNextChangeIsNotNamed() {
        rows.at(0).gets("a", "Cache-Control", "max-age=0");
        rows.at(30).gets("a", "Cache-Control", "max-age=0");
        rows.at(90).gets("b", "Cache-Control", "max-age=0");
        rows.at(5000).gets("c", "Cache-Control", "max-age=0");

        assertThat(rows.across().hints())
                .filteredOn(hint -> hint.kind() == Kind.LIFETIME)
                .extracting(Hint::values, Hint::requests)
                .containsExactly(tuple(java.util.List.of("60", ""), 1));
    }

    @Test
    void aFieldThatVariesNothingIsToBeDropped() {
        for (int i = 0; i < 4; i++) {
            rows.at(i).asks("Accept", "type/" + i).gets("12345", "Cache-Control", "max-age=60", "Vary", "Accept");
        }
        hints().contains(tuple(Kind.DROP_FROM_VARY, 3, 15L));
    }

    @Test
    void changesThatSaveOnlyTogetherAreNamedTogether() {
        for (int i = 0; i < 4; i++) {
            rows.at(i)
                    .asks("Accept", "type/" + i)
                    .gets("12345", "Cache-Control", "no-cache", "Vary", "Accept", "ETag", "\"" + i + "\"");
        }
        hints().containsExactlyInAnyOrder(tuple(Kind.DROP_AND_LIFETIME, 3, 15L));
    }

    @Test
    void aValidatorSavesBytesAndNoRequest() {
        for (int i = 0; i < 3; i++) {
            rows.at(i).gets("12345", "Cache-Control", "max-age=0");
        }
        hints().contains(tuple(Kind.VALIDATOR, 0, 10L));
    }

    @Test
    void anEtagThatIsStableSavesBytes() {
        for (int i = 0; i < 3; i++) {
            rows.at(i).gets("12345", "Cache-Control", "no-cache", "ETag", "\"" + i + "\"");
        }
        hints().contains(tuple(Kind.STABLE_TAG, 0, 10L));
    }

    @Test
    void insteadOfNoStoreTheBodyCouldBeConfirmed() {
        for (int i = 0; i < 3; i++) {
            rows.at(i).gets("12345", "Cache-Control", "no-store");
        }
        hints().containsExactly(tuple(Kind.NO_CACHE_FOR_NO_STORE, 0, 10L));
    }

    @Test
    void aClientThatAsksPastCachesCouldAskPlainly() {
        for (int i = 0; i < 3; i++) {
            rows.at(i)
                    .asks("Cache-Control", "no-cache", "Pragma", "no-cache")
                    .gets("12345", "Cache-Control", "max-age=60");
        }
        hints().contains(tuple(Kind.PLAIN_REQUEST, 2, 10L));
    }

    @Test
    void aConditionThatIsIgnoredCostsItsBody() {
        rows.at(0).gets("12345", "ETag", "\"1\"", "Cache-Control", "no-cache");
        rows.at(1).asks("If-None-Match", "\"1\"").gets("12345", "ETag", "\"1\"", "Cache-Control", "no-cache");

        hints().contains(tuple(Kind.HONOUR_CONDITION, 0, 5L));
    }

    @Test
    void aPrivateResponseIsCountedForEachClient() {
        for (int i = 0; i < 4; i++) {
            rows.at(i)
                    .client("10.0.0." + (i % 2 + 1))
                    .gets("12345", "Cache-Control", "private, max-age=60", "ETag", "\"1\"");
        }
        assertThat(rows.across().hints())
                .extracting(Hint::kind, Hint::shared, Hint::requests)
                .containsExactly(tuple(Kind.USE_A_CACHE, false, 2));
    }

    @Test
    void whatChangesEachTimeGetsNoHint() {
        for (int i = 0; i < 4; i++) {
            rows.at(10_000 * i).gets("body " + i, "Cache-Control", "no-cache", "ETag", "\"" + i + "\"");
        }
        hints().isEmpty();
    }
}
