package dev.hopscope.capture;

import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import org.jspecify.annotations.Nullable;

/**
 * Makes of the heads of an exchange the number its row keeps about caches. Given from outside, since the record does not know what such fields mean; called on the
 * recorder's and the loaders' threads. Must be pure and must not throw.
 */
@FunctionalInterface
public interface RowMarking {
    /** Keeps nothing. */
    RowMarking NONE = (request, response) -> 0;

    /**
     * @param request as the client sent it; null where it is not known
     * @param response as the client got it
     */
    long of(@Nullable RequestHead request, ResponseHead response);
}
