package dev.hopscope.proxy.upstream;

import dev.hopscope.exchange.Certificates;
import dev.hopscope.exchange.ConnectionUse;
import dev.hopscope.exchange.DialTimings;
import dev.hopscope.exchange.Failure;
import dev.hopscope.exchange.Phase;
import org.jspecify.annotations.Nullable;

/** An upstream connection that could not be had, as data: the phase, the cause, and how far it came. */
public final class UpstreamException extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Failure failure;
    private final transient @Nullable ConnectionUse connection;
    private final transient DialTimings dial;

    /** A connection that never was. */
    public UpstreamException(Failure failure) {
        this(failure, null, DialTimings.NONE);
    }

    public UpstreamException(Failure failure, @Nullable ConnectionUse connection, DialTimings dial) {
        super(failure.detail(), null, false, false);
        this.failure = failure;
        this.connection = connection;
        this.dial = dial;
    }

    public Failure failure() {
        return failure;
    }

    /** What a connection that was asked for failed of; anything else than this exception is a fault of Hopscope's. */
    public static Failure failureOf(@Nullable Throwable cause) {
        return cause instanceof UpstreamException known
                ? known.failure
                : new Failure(Phase.CONNECT, "internal-error", "a fault in Hopscope: " + cause);
    }

    /** The connection that was up and then refused, with its certificates where these were at fault; null where none was. Worth a place in the record. */
    public @Nullable ConnectionUse connection() {
        return connection;
    }

    /** What its steps took. */
    public DialTimings dial() {
        return dial;
    }

    /** The chain the origin showed; empty where none was at fault. */
    public Certificates certificates() {
        ConnectionUse use = connection;
        return use == null || use.connection().tls() == null
                ? Certificates.NONE
                : use.connection().tls().certificates();
    }
}
