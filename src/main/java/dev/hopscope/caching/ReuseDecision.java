package dev.hopscope.caching;

import java.util.List;

/**
 * Whether a stored response may answer a request, step by step (RFC 9111 §4). Immutable.
 *
 * @param reasons in the order they were looked at; the last one decides
 */
public record ReuseDecision(Outcome outcome, Lifetime lifetime, Age age, List<Reason> reasons) {
    /** What may be done with the stored response. */
    public enum Outcome {
        /** It answers. */
        ANSWER,
        /** It answers although stale. */
        ANSWER_STALE,
        /** It answers although stale, and is validated meanwhile. */
        ANSWER_AND_VALIDATE,
        /** The origin must be asked first. */
        VALIDATE,
        /** It is for other requests. */
        OTHER
    }

    public ReuseDecision {
        reasons = List.copyOf(reasons);
    }

    public boolean answers() {
        return switch (outcome) {
            case ANSWER, ANSWER_STALE, ANSWER_AND_VALIDATE -> true;
            case VALIDATE, OTHER -> false;
        };
    }

    /** Seconds it stays fresh; negative for how long it has been stale (the {@code ttl} of RFC 9211 §2.3). */
    public long ttl() {
        return lifetime.seconds() - age.current();
    }

    public boolean fresh() {
        return ttl() > 0;
    }

    public Reason deciding() {
        return reasons.getLast();
    }
}
