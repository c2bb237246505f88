package dev.hopscope.proxy;

import dev.hopscope.exchange.Endpoint;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Origins inside the program, which exist behind the proxy under a name of their own. Called on event loops: must not block. Dials nothing. */
@FunctionalInterface
public interface InnerOrigins {
    /** The name of the playground, at the usual ports of http and https. */
    String PLAYGROUND = "playground.hopscope.test";

    InnerOrigins NONE = target -> null;

    /**
     * Where an origin listens on this machine; the first call starts it.
     *
     * @param target as the client named it
     * @return null for a target that is not inside the program; fails with an exception whose message says why there is none
     */
    @Nullable
    CompletionStage<Endpoint> locate(Endpoint target);
}
