package dev.hopscope.proxy;

import dev.hopscope.exchange.Endpoint;
import org.jspecify.annotations.Nullable;

/**
 * A proxy behind ours, reached by plain HTTP/1.1.
 *
 * @param user for Basic (RFC 7617), null for none
 */
public record UpstreamProxy(
        Endpoint endpoint, @Nullable String user, @Nullable String password) {
    /** Without the password. */
    @Override
    public String toString() {
        return "http://" + (user == null ? "" : user + "@") + endpoint;
    }
}
