package dev.hopscope.proxy.cache;

import dev.hopscope.caching.Rule;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Our member of Cache-Status (RFC 9211). Immutable.
 *
 * @param forward why the request was forwarded (§2.2), null for a hit
 * @param forwardStatus what the origin answered where the client gets another status (§2.3), 0 for none
 * @param ttl seconds it stays fresh, negative once stale (§2.5)
 * @param stored whether the response is stored (§2.4)
 * @param collapsed whether it waited for the answer to another request (§2.6)
 * @param detail the rule that decided (§2.8)
 */
record CacheStatus(
        @Nullable Forward forward,
        int forwardStatus,
        OptionalLong ttl,
        boolean stored,
        boolean collapsed,
        @Nullable Rule detail) {
    /** RFC 9211 §2.2. */
    enum Forward {
        BYPASS("bypass"),
        METHOD("method"),
        URI_MISS("uri-miss"),
        VARY_MISS("vary-miss"),
        PARTIAL("partial"),
        REQUEST("request"),
        STALE("stale");

        private final String token;

        Forward(String token) {
            this.token = token;
        }
    }

    String text() {
        StringBuilder text = new StringBuilder("hopscope");
        if (forward == null) {
            text.append("; hit");
        } else {
            text.append("; fwd=").append(forward.token);
        }
        if (forwardStatus != 0) {
            text.append("; fwd-status=").append(forwardStatus);
        }
        if (stored) {
            text.append("; stored");
        }
        if (collapsed) {
            text.append("; collapsed");
        }
        ttl.ifPresent(seconds -> text.append("; ttl=").append(seconds));
        if (detail != null) {
            text.append("; detail=").append(detail.key());
        }
        return text.toString();
    }
}
