package dev.hopscope.caching;

import java.util.List;

/**
 * Whether a response may be stored, step by step (RFC 9111 §3). Immutable.
 *
 * @param reasons in the order they were looked at; the last one decides
 */
public record StoreDecision(boolean store, List<Reason> reasons) {
    public StoreDecision {
        reasons = List.copyOf(reasons);
    }

    public Reason deciding() {
        return reasons.getLast();
    }
}
