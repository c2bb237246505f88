package dev.hopscope.inspect.reuse;

import dev.hopscope.caching.Reason;
import dev.hopscope.exchange.ExchangeId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Why an earlier row could, or could not, have answered. Immutable. */
public sealed interface Why {
    /** It was not stored, by this rule. */
    record NotStored(Reason reason) implements Why {}

    /**
     * It was stored, and this rule decided.
     *
     * @param ttl seconds it was fresh for from then on; below zero, for how long it had been stale
     * @param age in seconds
     */
    record Decided(Reason reason, long ttl, long age) implements Why {}

    /** A request field named by Vary differs; a value is empty where the field was absent. */
    record Differs(String field, String then, String now) implements Why {}

    /** A later response took its place. */
    record Replaced(ExchangeId by) implements Why {}

    /** A request with an unsafe method made it out of date (RFC 9111 §4.4). */
    record Invalidated(ExchangeId by, String method) implements Why {}

    /** It is a 304, which made the copy of another row current; null where no earlier row has that copy. */
    record Confirms(@Nullable ExchangeId copy) implements Why {}

    /** Its response was not there yet when this request came. */
    record NotYet(Duration late) implements Why {}

    /** Its response did not come to its end. */
    record Incomplete() implements Why {}
}
