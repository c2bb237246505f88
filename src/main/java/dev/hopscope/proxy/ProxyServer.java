package dev.hopscope.proxy;

import java.util.function.Consumer;

/** The proxy as the rest of the program sees it. Any thread. */
public interface ProxyServer extends AutoCloseable {
    /** Binds and begins to accept. Blocks until it listens or failed; not for the FX thread. Does nothing while it listens. */
    ProxyState start();

    /** Stops accepting, ends open connections and waits for their last events. Blocks; not for the FX thread. Can be started again. */
    void stop();

    /**
     * Listens at another address: tries it first, and goes on at the one before where it cannot. Where the proxy does not listen it starts there. Blocks; not for
     * the FX thread.
     *
     * @return {@link ProxyState.Failed} where it could not; the options then still name the address before
     */
    ProxyState move(String host, int port);

    ProxyState state();

    /** Runs {@code listener} at each change of state, on the thread that changes it, and once at once. */
    void onState(Consumer<ProxyState> listener);

    ProxyOptions options();

    /** Takes new options; those of the address hold from the next start. */
    void apply(ProxyOptions options);

    /** What its cache holds, whichever is in force. */
    CacheContents cacheContents();

    /**
     * Accepts a bad origin certificate until the program ends.
     *
     * @param sha256 the fingerprint of the leaf, upper-case hex pairs with colons
     */
    void trustForThisRun(String sha256);

    /**
     * Sends a request that was recorded or written, as if a client sent it: all options of the proxy hold for it. Waits for a start or stop under way; not for the FX thread.
     *
     * @throws IllegalStateException where the proxy does not listen
     */
    ReplayRequest.UnderWay replay(ReplayRequest request);

    /** Stops for good. */
    @Override
    void close();
}
