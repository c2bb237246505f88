package dev.hopscope.proxy.tls;

import dev.hopscope.exchange.Failure;
import dev.hopscope.exchange.TlsInfo;
import org.jspecify.annotations.Nullable;

/** A handshake with an origin that was not to be had, as data. */
public final class TlsRefusal extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Failure failure;
    private final transient @Nullable TlsInfo tls;

    TlsRefusal(Failure failure, @Nullable TlsInfo tls) {
        super(failure.detail(), null, false, false);
        this.failure = failure;
        this.tls = tls;
    }

    public Failure failure() {
        return failure;
    }

    /** What was agreed on, with the chain, where the certificate was at fault; null where the handshake itself failed. */
    public @Nullable TlsInfo tls() {
        return tls;
    }
}
