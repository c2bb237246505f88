package dev.hopscope.proxy.upstream;

import dev.hopscope.exchange.Certificates;
import dev.hopscope.exchange.Failure;

/** An upstream connection that could not be had, as data: the phase, the cause, and the chain where a certificate was at fault. */
public final class UpstreamException extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Failure failure;
    private final transient Certificates certificates;

    public UpstreamException(Failure failure, Certificates certificates) {
        super(failure.detail(), null, false, false);
        this.failure = failure;
        this.certificates = certificates;
    }

    public Failure failure() {
        return failure;
    }

    /** The chain the origin showed; empty where none was at fault. */
    public Certificates certificates() {
        return certificates;
    }
}
