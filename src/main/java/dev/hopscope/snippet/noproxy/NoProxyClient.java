package dev.hopscope.snippet.noproxy;

import java.util.List;

/**
 * One client in one version: what it does with the proxy variables and the list of exceptions. Implementations are
 * stateless and may be called from any thread; they never look a name up themselves.
 */
public interface NoProxyClient {
    /** Who the client is and what it does, in words. */
    ClientCard card();

    /** The key of the recordings, for instance {@code python-requests}. */
    default String id() {
        return card().id();
    }

    /**
     * The variables that can name a proxy, in the order they are looked up.
     *
     * @param scheme {@code http} or {@code https}
     */
    List<String> variables(String scheme);

    /**
     * Where a request for this URL goes.
     *
     * @param url absolute, {@code http} or {@code https}
     * @param names asked only by clients that look names up before they decide
     */
    Decision decide(ProxyEnvironment environment, String url, Resolver names);
}
