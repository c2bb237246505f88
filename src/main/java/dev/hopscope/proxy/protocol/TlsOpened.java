package dev.hopscope.proxy.protocol;

import dev.hopscope.exchange.Certificates;
import dev.hopscope.exchange.ConnectionUse;
import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.ExchangeEvent;
import dev.hopscope.exchange.Failure;
import dev.hopscope.exchange.TlsInfo;
import dev.hopscope.proxy.ExchangeSink;
import dev.hopscope.proxy.tls.ClientFailures;
import dev.hopscope.proxy.tls.ClientHello;
import dev.hopscope.proxy.tls.PlainAlert;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.ssl.SslHandler;
import java.time.Instant;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * Behind a client's TLS: when the handshake is over, asks a fresh detector what is inside; a client that will not have our certificate becomes a row, also where
 * its alert comes after the handshake (TLS 1.3). On the connection's loop. Reads nothing of what is inside.
 */
final class TlsOpened extends ChannelInboundHandlerAdapter {
    private ConnectionContext context;
    private final Endpoint target;
    private final String host;
    private final @Nullable ClientHello hello;
    private final Instant started = Instant.now();
    private final long startedNanos = System.nanoTime();
    private @Nullable ChannelHandlerContext ctx;
    private @Nullable TlsInfo tls;
    private boolean spoken;
    private boolean told;

    /** @param host whom our certificate is for */
    TlsOpened(ConnectionContext context, Endpoint target, String host, @Nullable ClientHello hello) {
        this.context = context;
        this.target = target;
        this.host = host;
        this.hello = hello;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        ctx = added;
    }

    private @Nullable String sni() {
        return hello == null ? null : hello.sni();
    }

    /** The handshake is over: {@code cause} is null where it succeeded. */
    void shaken(SslHandler handler, PlainAlert plain, @Nullable Throwable cause) {
        ChannelHandlerContext here = ctx;
        if (cause != null) {
            refused(ClientFailures.explain(cause, host, hello, plain));
            if (here != null) {
                here.close();
            }
            return;
        }
        if (here == null || here.isRemoved()) {
            return;
        }
        here.pipeline().remove(plain);
        SSLSession session = handler.engine().getSession();
        TlsInfo info = new TlsInfo(
                session.getProtocol(),
                session.getCipherSuite(),
                handler.applicationProtocol(),
                sni(),
                Certificates.NONE);
        tls = info;
        context = context.opened(info);
        here.pipeline().addLast(new ProtocolDetector(context));
    }

    /** Makes the row. */
    void refused(Failure failure) {
        ExchangeSink events = context.engine().events();
        if (told || !events.recording()) {
            return;
        }
        told = true;
        ConnectionUse use =
                new ConnectionUse(context.client(), context.exchanges().next());
        events.accept(new ExchangeEvent.HandshakeRefused(
                events.nextId(), startedNanos, started, use, context.tunnel(), target, sni(), failure));
    }

    @Override
    public void channelRead(ChannelHandlerContext here, Object message) {
        spoken = true;
        here.fireChannelRead(message);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext here, Object event) {
        switch (event) {
            case ClientFound found
            when tls != null ->
                here.fireUserEventTriggered(new ClientFound(found.client().withTls(tls)));
            case ClientFound found -> {
                context = context.withClient(found.client());
                here.fireUserEventTriggered(event);
            }
            // an end in the middle of the handshake is one: nothing can be answered any more
            case ChannelInputShutdownEvent end when tls == null -> here.close();
            default -> here.fireUserEventTriggered(event);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext here, Throwable cause) {
        boolean ofTls = cause instanceof SSLException || cause.getCause() instanceof SSLException;
        Failure late = ofTls && !spoken ? ClientFailures.alert(cause, host) : null;
        if (tls == null || late != null) {
            if (late != null && tls != null) {
                refused(late);
            }
            here.close(); // the handshake's future tells the rest
            return;
        }
        here.fireExceptionCaught(cause);
    }
}
