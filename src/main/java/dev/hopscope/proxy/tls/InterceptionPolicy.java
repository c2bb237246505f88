package dev.hopscope.proxy.tls;

import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.PassReason;
import org.jspecify.annotations.Nullable;

/** Decides whether a tunnel is opened or passed. Any thread; never blocks, whatever the patterns. */
public interface InterceptionPolicy {
    /**
     * @param sni the name in the client's greeting, null if none or not seen yet
     * @return null to open, else why not
     */
    @Nullable
    PassReason passes(Endpoint target, @Nullable String sni);
}
