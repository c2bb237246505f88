package dev.hopscope.inspect.reuse;

import java.util.List;
import java.util.Locale;

/**
 * A change and what it would have saved among the rows looked at. Immutable.
 *
 * @param values what its words need, in their order
 * @param shared whether in a cache that all clients share, else in each client's own
 * @param requests that would not have gone on
 * @param octets of content that would not have been sent
 */
public record Hint(Kind kind, List<String> values, boolean shared, int requests, long octets) {
    /** What to change. The window has its words by {@link #key}. */
    public enum Kind {
        /** Nothing in the messages: there is no cache. */
        USE_A_CACHE,
        DROP_FROM_VARY,
        /** Either alone saves less. */
        DROP_AND_LIFETIME,
        DROP_AND_TAG,
        LIFETIME,
        VALIDATOR,
        STABLE_TAG,
        NO_CACHE_FOR_NO_STORE,
        PLAIN_REQUEST,
        HONOUR_CONDITION;

        /** A stable name for resource bundles. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Hint {
        values = List.copyOf(values);
    }
}
