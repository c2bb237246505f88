package dev.hopscope.inspect.reuse;

import dev.hopscope.caching.CachingOptions;
import dev.hopscope.caching.Invalidation;
import dev.hopscope.caching.Reuse;
import dev.hopscope.caching.ReuseDecision;
import dev.hopscope.caching.Rule;
import dev.hopscope.caching.StoreDecision;
import dev.hopscope.caching.Stored;
import dev.hopscope.caching.Storing;
import dev.hopscope.caching.Validation;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.Headers;
import dev.hopscope.inspect.reuse.EarlierRow.Answer;
import dev.hopscope.inspect.reuse.EarlierRow.Judged;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a cache would hold of one URL after some rows, and what became of each response. One thread. Decides by {@code caching} alone. */
final class History {
    /** A response that was stored; {@code gone} says what became of it, null while it is there. */
    private static final class Copy {
        private final Visit from;
        private Stored stored;
        private @Nullable Why gone;

        Copy(Visit from, Stored stored) {
            this.from = from;
            this.stored = stored;
        }
    }

    private final CachingOptions options;
    private final Map<ExchangeId, Copy> copies = new LinkedHashMap<>();
    private final Map<ExchangeId, Why> refused = new LinkedHashMap<>();

    History(CachingOptions options) {
        this.options = options;
    }

    /** What came before {@code visit}, in order; rows whose response was not there yet store nothing. */
    static History before(Visit visit, List<Visit> earlier, CachingOptions options) {
        History history = new History(options);
        for (Visit row : earlier) {
            if (row.ended().isAfter(visit.asked())) {
                history.refused.put(row.id(), new Why.NotYet(Duration.between(visit.asked(), row.ended())));
            } else {
                history.take(row);
            }
        }
        return history;
    }

    private void take(Visit row) {
        if (Invalidation.targets(row.request(), row.uri(), row.response()).contains(row.uri())) {
            copies.values().stream()
                    .filter(copy -> copy.gone == null)
                    .forEach(copy -> copy.gone =
                            new Why.Invalidated(row.id(), row.request().method()));
        }
        if (row.response().status() == 304) {
            refused.put(row.id(), new Why.Confirms(confirm(row)));
            return;
        }
        StoreDecision decision = Storing.decide(row.request(), row.uri(), row.response(), row.received(), options);
        if (!decision.store()) {
            refused.put(row.id(), new Why.NotStored(decision.deciding()));
        } else if (!row.whole()) {
            refused.put(row.id(), new Why.Incomplete());
        } else {
            replace(row);
            Stored stored = row.stored();
            copies.put(
                    row.id(),
                    new Copy(
                            row,
                            new Stored(
                                    stored.selecting(),
                                    Storing.kept(row.response(), row.received(), options),
                                    stored.requested(),
                                    stored.received())));
        }
    }

    /** RFC 9111 §4.3.4. */
    private @Nullable ExchangeId confirm(Visit row) {
        Copy confirmed = null;
        for (Copy copy : copies.values()) {
            if (copy.gone == null && holds(copy, row)) {
                confirmed = copy;
            }
        }
        if (confirmed == null) {
            return null;
        }
        confirmed.stored =
                Validation.updated(confirmed.stored, row.response(), row.requested(), row.received(), options);
        return confirmed.from.id();
    }

    /** Whether the request asked about this copy and the 304 is about it. */
    private static boolean holds(Copy copy, Visit row) {
        return Validation.alreadyHas(row.request(), copy.stored) != null
                && Validation.selects(copy.stored, row.response()).rule() == Rule.NOT_MODIFIED;
    }

    private void replace(Visit row) {
        for (Copy copy : copies.values()) {
            if (copy.gone == null
                    && Reuse.decide(row.request(), copy.stored, row.received(), options)
                                    .outcome()
                            != ReuseDecision.Outcome.OTHER) {
                copy.gone = new Why.Replaced(row.id());
            }
        }
    }

    /** Whether the response of {@code row} could have answered {@code visit}. */
    Judged judge(Visit row, Visit visit) {
        Why no = refused.get(row.id());
        if (no != null) {
            return new Judged(Answer.NO, no);
        }
        Copy copy = Objects.requireNonNull(copies.get(row.id()));
        ReuseDecision decision = Reuse.decide(visit.request(), copy.stored, visit.asked(), options);
        Why why = why(decision, copy, visit.request().headers());
        Why gone = copy.gone;
        if (gone instanceof Why.Invalidated || gone != null && decision.answers()) {
            return new Judged(Answer.NO, gone);
        }
        return switch (decision.outcome()) {
            case ANSWER, ANSWER_STALE, ANSWER_AND_VALIDATE -> new Judged(Answer.COULD, why);
            case VALIDATE -> new Judged(askable(copy) ? Answer.COULD_ASK : Answer.NO, why);
            case OTHER -> new Judged(Answer.NO, why);
        };
    }

    /** A copy that was replaced is not asked about. */
    private static boolean askable(Copy copy) {
        return copy.gone == null && !Validation.conditions(copy.stored).isEmpty();
    }

    private static Why why(ReuseDecision decision, Copy copy, Headers now) {
        if (decision.deciding().rule() == Rule.OTHER_VARIANT) {
            String field = Objects.requireNonNull(decision.deciding().line()).name();
            return new Why.Differs(
                    field, String.join(", ", copy.stored.selecting().all(field)), String.join(", ", now.all(field)));
        }
        return new Why.Decided(
                decision.deciding(), decision.ttl(), decision.age().current());
    }
}
