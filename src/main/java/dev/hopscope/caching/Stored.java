package dev.hopscope.caching;

import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.ResponseHead;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A response a cache holds, as far as decisions need it (RFC 9111 §3). Immutable.
 *
 * @param selecting the lines of the request that Vary names (RFC 9111 §4.1)
 * @param response the fields as stored
 * @param requested when the request was sent
 * @param received when the response came
 */
public record Stored(Headers selecting, ResponseHead response, Instant requested, Instant received) {
    /** What its Date says; when it came where that says nothing (RFC 9110 §6.6.1). */
    public Instant date() {
        Instant date = date("Date");
        return date == null ? received : date;
    }

    /** What a field of the response says; null where it is absent or no date. */
    public @Nullable Instant date(String field) {
        String value = response.headers().first(field);
        return value == null ? null : HttpDate.parse(value, received);
    }
}
