package dev.hopscope.proxy.protocol;

import dev.hopscope.exchange.PassReason;
import dev.hopscope.proxy.tap.TunnelTap;
import dev.hopscope.proxy.tls.ClientHello;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of everything inside a tunnel: counts the octets between client and Hopscope (those of TLS where it is opened), says once what became of the
 * tunnel, and ends its row with the connection. On the connection's event loop. Changes nothing of what passes.
 */
final class TunnelMeter extends ChannelDuplexHandler {
    private final TunnelTap tap;
    private @Nullable String sni;
    private @Nullable PassReason passing;
    private @Nullable ByteBuf greeting;
    private boolean silent = true;
    /** Whether the answer to the CONNECT went out: what follows is the other end's. */
    private boolean answered;

    TunnelMeter(TunnelTap tap) {
        this.tap = tap;
    }

    TunnelTap tap() {
        return tap;
    }

    void sni(@Nullable String name) {
        sni = name;
    }

    /** A protocol inside was recognised; the last of the list is none. */
    void recognised(Protocol protocol, boolean secure) {
        if (protocol != Protocols.ORDERED.getLast()) {
            if (!tap.decided()) {
                tap.decided(sni, null);
            }
        } else {
            PassReason.Code code = silent ? PassReason.Code.SERVER_SPEAKS_FIRST : PassReason.Code.UNKNOWN_PROTOCOL;
            tap.decided(sni, new PassReason(code, secure ? "inside TLS" : ""));
        }
    }

    /** It is passed, and nothing more is to be learnt first. */
    void passed(PassReason reason) {
        tap.decided(sni, reason);
    }

    /** It is passed at once; the name in the client's greeting is told when it passes by. */
    void passes(PassReason reason) {
        passing = reason;
    }

    private void peek(ByteBuf in) {
        PassReason reason = passing;
        if (reason == null) {
            return;
        }
        ByteBuf seen = greeting == null ? Unpooled.buffer(in.readableBytes()) : greeting;
        greeting = seen.writeBytes(in, in.readerIndex(), in.readableBytes());
        switch (ClientHello.read(seen)) {
            case ClientHello.Reading.More m -> {}
            case ClientHello.Reading.None n -> peeked(reason);
            case ClientHello.Reading.Whole w -> {
                sni = w.hello().sni();
                peeked(reason);
            }
        }
    }

    private void peeked(PassReason reason) {
        passing = null;
        dropGreeting();
        tap.decided(sni, reason);
    }

    private void dropGreeting() {
        if (greeting != null) {
            greeting.release();
            greeting = null;
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        silent = false;
        peek((ByteBuf) message);
        tap.fromClient(((ByteBuf) message).readableBytes());
        ctx.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (message instanceof ByteBuf octets) {
            if (passing != null && silent && octets.isReadable() && answered) {
                peeked(passing);
            }
            answered |= octets.isReadable();
            tap.toClient(octets.readableBytes());
        }
        ctx.write(message, promise);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ClientFound found) {
            tap.clientIdentified(found.client());
        }
        ctx.fireUserEventTriggered(event);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        dropGreeting();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        ctx.fireChannelInactive();
        PassReason reason = passing;
        if (reason != null) {
            peeked(reason);
        }
        if (!tap.decided()) {
            tap.decided(sni, new PassReason(PassReason.Code.NOTHING_SENT, ""));
        }
        tap.completed();
    }
}
