package dev.hopscope.inspect.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.caching.Rule;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.inspect.reuse.EarlierRow.Answer;
import org.junit.jupiter.api.Test;

/** Which earlier row could have answered the last one, and why not. */
class EarlierRowTest {
    private final Rows rows = new Rows();

    private EarlierRow.Judged shared(int nth) {
        return row(nth).shared();
    }

    private EarlierRow row(int nth) {
        return rows.across().earlier().stream()
                .filter(row -> row.id().value() == nth)
                .findFirst()
                .orElseThrow();
    }

    private static Rule rule(EarlierRow.Judged judged) {
        return switch (judged.why()) {
            case Why.Decided decided -> decided.reason().rule();
            case Why.NotStored not -> not.reason().rule();
            default -> throw new AssertionError(judged);
        };
    }

    @Test
    void aFreshResponseCouldHaveAnswered() {
        rows.at(0).gets("a", "Cache-Control", "max-age=60");
        rows.at(40).gets("a", "Cache-Control", "max-age=60");

        assertThat(shared(1).answer()).isEqualTo(Answer.COULD);
        assertThat(((Why.Decided) shared(1).why()).ttl()).isEqualTo(20);
        assertThat(rows.across().could()).isEqualTo(1);
    }

    @Test
    void anExpiredOneTellsForHowLong() {
        rows.at(0).gets("a", "Cache-Control", "max-age=60");
        rows.at(72).gets("a");

        assertThat(shared(1).answer()).isEqualTo(Answer.NO);
        assertThat(rule(shared(1))).isEqualTo(Rule.STALE);
        assertThat(((Why.Decided) shared(1).why()).ttl()).isEqualTo(-12);
    }

    @Test
    void anExpiredOneWithAValidatorCouldHaveBeenAskedAbout() {
        rows.at(0).gets("a", "Cache-Control", "max-age=60", "ETag", "\"1\"");
        rows.at(72).gets("a");

        assertThat(shared(1).answer()).isEqualTo(Answer.COULD_ASK);
    }

    @Test
    void aFieldOfVaryThatDiffersIsNamedWithBothValues() {
        rows.at(0).asks("Accept", "text/html").gets("a", "Cache-Control", "max-age=60", "Vary", "Accept");
        rows.at(1).asks("Accept", "image/png").gets("a");
        assertThat(shared(1).why()).isEqualTo(new Why.Differs("Accept", "text/html", "image/png"));

        rows.at(2).gets("a");
        assertThat(shared(1).why()).isEqualTo(new Why.Differs("accept", "text/html", ""));
    }

    @Test
    void noStoreAndNoCacheAndThoseOfTheRequestAreNamed() {
        rows.at(0).gets("a", "Cache-Control", "no-store");
        rows.at(1).gets("a", "Cache-Control", "no-cache", "ETag", "\"1\"");
        rows.at(2).gets("a", "Cache-Control", "max-age=60");
        rows.at(3).asks("Cache-Control", "no-cache").gets("a");

        assertThat(rule(shared(1))).isEqualTo(Rule.NO_STORE);
        assertThat(rule(shared(2))).isEqualTo(Rule.REQUEST_NO_CACHE);
        assertThat(rule(shared(3))).isEqualTo(Rule.REQUEST_NO_CACHE);
    }

    @Test
    void authorizationForbidsASharedCacheAndNotTheClientsOwn() {
        rows.at(0).asks("Authorization", "Bearer x").gets("a", "Cache-Control", "max-age=60");
        rows.at(1).asks("Authorization", "Bearer x").gets("a");

        assertThat(rule(shared(1))).isEqualTo(Rule.AUTHORIZATION);
        assertThat(row(1).client().answer()).isEqualTo(Answer.COULD);
        assertThat(row(1).agreed()).isFalse();
        assertThat(row(1).best().answer()).isEqualTo(Answer.COULD);
    }

    @Test
    void whatAnotherClientGotIsNotInTheClientsOwnCache() {
        rows.at(0).client("10.0.0.6").gets("a", "Cache-Control", "max-age=60");
        rows.at(1).gets("a");

        assertThat(row(1).client()).isNull();
        assertThat(row(1).shared().answer()).isEqualTo(Answer.COULD);
    }

    @Test
    void aResponseThatWasNotThereYetCouldNotAnswer() {
        rows.at(0).takes(3000).gets("a", "Cache-Control", "max-age=60");
        rows.at(1).gets("a");

        assertThat(shared(1).why()).isEqualTo(new Why.NotYet(java.time.Duration.ofSeconds(2)));
    }

    @Test
    void aResponseThatDidNotEndCouldNotAnswer() {
        rows.at(0).cut().gets("a", "Cache-Control", "max-age=60");
        rows.at(1).gets("a");

        assertThat(shared(1).why()).isEqualTo(new Why.Incomplete());
    }

    @Test
    void anUnsafeMethodBetweenMakesItOutOfDate() {
        rows.at(0).gets("a", "Cache-Control", "max-age=60");
        rows.at(1).method("POST").status(204).gets("");
        rows.at(2).gets("b");

        assertThat(shared(1).why()).isEqualTo(new Why.Invalidated(new ExchangeId(2), "POST"));
        assertThat(rule(shared(2))).isEqualTo(Rule.POST_NOT_REUSABLE);
    }

    @Test
    void aLaterResponseTakesThePlaceOfAnEarlierOne() {
        rows.at(0).gets("a", "Cache-Control", "max-age=60");
        rows.at(1).gets("b", "Cache-Control", "max-age=60");
        rows.at(2).gets("b");

        assertThat(shared(1).why()).isEqualTo(new Why.Replaced(new ExchangeId(2)));
        assertThat(shared(2).answer()).isEqualTo(Answer.COULD);
    }

    @Test
    void aNotModifiedMakesTheCopyItConfirmsFreshAgain() {
        rows.at(0).gets("a", "Cache-Control", "max-age=60", "ETag", "\"1\"");
        rows.at(70).asks("If-None-Match", "\"1\"").status(304).gets("", "Cache-Control", "max-age=60", "ETag", "\"1\"");
        rows.at(100).gets("a");

        assertThat(shared(1).answer()).isEqualTo(Answer.COULD);
        assertThat(((Why.Decided) shared(1).why()).ttl()).isEqualTo(30);
        assertThat(shared(2).why()).isEqualTo(new Why.Confirms(new ExchangeId(1)));
    }

    @Test
    void noCacheAnswersAPost() {
        rows.at(0).gets("a", "Cache-Control", "max-age=60");
        rows.at(1).method("POST").gets("b");

        assertThat(rows.across().never()).isEqualTo(AcrossRows.Never.METHOD);
        assertThat(rows.across().earlier()).isEmpty();
    }

    @Test
    void rowsOfOtherUrlsAreLeftOut() {
        rows.at(0).url("/list?page=3").gets("a", "Cache-Control", "max-age=60");
        rows.at(1).url("https://shop.example/list?page=2").gets("a", "Cache-Control", "max-age=60");
        rows.at(2).gets("a");

        assertThat(rows.across().earlier()).extracting(row -> row.id().value()).containsExactly(2L);
    }

    @Test
    void itIsGivenUpWhenNobodyWantsIt() {
        rows.at(0).gets("a");
        rows.at(1).gets("a");

        assertThat(AcrossRows.of(rows.all().getLast(), rows.all(), BodyPrints.NONE, () -> false))
                .isNull();
    }
}
