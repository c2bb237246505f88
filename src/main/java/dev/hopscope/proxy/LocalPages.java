package dev.hopscope.proxy;

import dev.hopscope.exchange.Failure;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.Origin;
import org.jspecify.annotations.Nullable;

/** What the proxy serves itself: the start page, the CA's certificate, error pages. Called on event loops: must not block. Holds no captured data. */
public interface LocalPages {
    /**
     * A page of the start site.
     *
     * @param method GET or HEAD; the engine has refused others
     * @param path origin form, with query
     * @param proxyAddress where clients reach the proxy, {@code host:port}
     */
    Page page(String method, String path, String proxyAddress);

    /**
     * The page a client gets in place of a response.
     *
     * @param status 400, 421, 502, 504 …
     * @param origin whom the request was for, null if not known
     * @param accept the request's Accept field, null if it had none: decides between HTML and text
     */
    Page failure(int status, Failure failure, @Nullable Origin origin, @Nullable String accept);

    /** @param headers without framing and connection fields, which the engine adds */
    record Page(int status, String reason, Headers headers, byte[] body) {}
}
