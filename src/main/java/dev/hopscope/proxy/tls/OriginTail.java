package dev.hopscope.proxy.tls;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The end of the TLS part of an origin's pipeline: keeps what comes before anyone reads (some servers speak first), and tells an alert that comes after the
 * handshake in words, as a {@link TlsRefusal}. In TLS 1.3 the demand for a client certificate is such an alert. On the connection's loop.
 */
final class OriginTail extends ChannelDuplexHandler {
    private final OriginFailures failures;
    private final Queue<Object> early = new ArrayDeque<>();
    private @Nullable TlsRefusal fault;
    private boolean shaken;
    private boolean reading;

    OriginTail(OriginFailures failures) {
        this.failures = failures;
    }

    /** From now on exceptions are someone else's to hear. */
    void handshakeOver() {
        shaken = true;
    }

    /** What the origin found fault with after the handshake and before anyone read, null if nothing. */
    @Nullable
    TlsRefusal fault() {
        return fault;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (reading) {
            ctx.fireChannelRead(message);
        } else {
            early.add(message);
        }
    }

    @Override
    public void read(ChannelHandlerContext ctx) {
        if (!reading) {
            reading = true;
            boolean any = !early.isEmpty();
            for (Object message = early.poll(); message != null; message = early.poll()) {
                ctx.fireChannelRead(message);
            }
            if (any) {
                ctx.fireChannelReadComplete();
            }
            if (fault != null) {
                ctx.fireExceptionCaught(fault);
            }
        }
        ctx.read();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (!shaken) {
            return; // the handshake's future tells it
        }
        Integer alert = cause instanceof SSLException || cause.getCause() instanceof SSLException
                ? TlsAlert.received(cause)
                : null;
        TlsRefusal refusal = alert == null ? null : new TlsRefusal(failures.alert(alert), null);
        if (reading) {
            ctx.fireExceptionCaught(refusal == null ? cause : refusal);
        } else {
            fault = refusal;
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        for (Object message = early.poll(); message != null; message = early.poll()) {
            ReferenceCountUtil.release(message);
        }
    }
}
