package dev.hopscope.proxy.protocol;

import dev.hopscope.exchange.Failure;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.Origin;
import dev.hopscope.exchange.PassReason;
import dev.hopscope.exchange.Phase;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.proxy.LocalPages;
import dev.hopscope.proxy.ProxyLimits;
import dev.hopscope.proxy.protocol.http1.Connect;
import dev.hopscope.proxy.protocol.http1.OwnAnswer;
import dev.hopscope.proxy.tls.ClientHello;
import dev.hopscope.proxy.upstream.Route;
import dev.hopscope.proxy.upstream.UpstreamConnection;
import dev.hopscope.proxy.upstream.UpstreamException;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ScheduledFuture;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The first moments of a tunnel: answers the CONNECT, looks at the client's TLS greeting for the name in it, and has the policy decide whether the tunnel is
 * opened or passed. On the client connection's event loop. Then it steps aside for a detector or a relay.
 *
 * <p>A tunnel that will be passed whatever the name is dialled before it is answered, so that a dead target is a 502 and not a broken 200. One that may be opened
 * is answered at once: its exchanges dial for themselves.
 */
final class TunnelEntry extends ChannelInboundHandlerAdapter {
    private static final byte[] ESTABLISHED =
            "HTTP/1.1 200 Connection established\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final ResponseHead ESTABLISHED_HEAD =
            new ResponseHead(HttpVersion.HTTP_1_1, 200, "Connection established", Headers.EMPTY);

    private final ConnectionContext inside;
    private final Connect.Request request;
    private final TunnelMeter meter;
    private final ProxyLimits limits;
    private @Nullable ChannelHandlerContext ctx;
    private @Nullable PassReason byTarget;
    private @Nullable UpstreamConnection dialled;
    private @Nullable ByteBuf held;
    private @Nullable ScheduledFuture<?> deadline;
    private boolean established;
    private boolean over;
    private boolean ended;

    TunnelEntry(ConnectionContext inside, Connect.Request request, TunnelMeter meter) {
        this.inside = inside;
        this.request = request;
        this.meter = meter;
        this.limits = inside.engine().options().get().limits();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        ctx = context;
    }

    private ChannelHandlerContext context() {
        ChannelHandlerContext known = ctx;
        if (known == null) {
            throw new IllegalStateException("not in a pipeline");
        }
        return known;
    }

    void begin() {
        byTarget = inside.engine().interception().passes(request.target(), null);
        if (byTarget == null) {
            established();
        } else {
            dial();
        }
    }

    private Route route() {
        return TunnelRoutes.route(inside, inside.engine().options().get(), Route.Purpose.TUNNEL);
    }

    private void dial() {
        ChannelHandlerContext here = context();
        here.channel().config().setAutoRead(false);
        Future<UpstreamConnection> asked =
                inside.engine().upstream().connect(route(), here.channel().eventLoop(), true);
        asked.addListener(f -> {
            if (over) {
                if (asked.isSuccess()) {
                    asked.getNow().discard();
                }
            } else if (asked.isSuccess()) {
                dialled = asked.getNow();
                meter.tap().originConnected(asked.getNow().use(), asked.getNow().dial());
                established();
            } else {
                notDialled(asked.cause());
            }
        });
    }

    private void notDialled(Throwable cause) {
        over = true;
        Failure failure = UpstreamException.failureOf(cause);
        int status = OwnAnswer.status(failure);
        Origin origin = new Origin("https", request.target());
        String accept = request.head().headers().first("Accept");
        LocalPages.Page page = inside.engine().pages().failure(status, failure, origin, accept);
        ResponseHead head = OwnAnswer.head(page, false);
        ChannelHandlerContext here = context();
        here.writeAndFlush(OwnAnswer.octets(here.alloc(), head, page, false)).addListener(ChannelFutureListener.CLOSE);
        meter.tap().responseReturned(head, List.of());
        meter.passed(byTarget == null ? new PassReason(PassReason.Code.NOTHING_SENT, "") : byTarget);
        meter.tap().failed(failure);
    }

    private void established() {
        ChannelHandlerContext here = context();
        established = true;
        here.writeAndFlush(here.alloc().ioBuffer(ESTABLISHED.length).writeBytes(ESTABLISHED), here.voidPromise());
        meter.tap().responseReturned(ESTABLISHED_HEAD, List.of());
        here.channel().config().setAutoRead(true);
        PassReason reason = byTarget;
        if (reason != null && reason.code() != PassReason.Code.NOT_AN_ALLOWED_HOST) {
            meter.passes(reason);
            relay();
            return;
        }
        deadline = here.executor()
                .schedule(() -> decide(null), limits.sniffTimeout().toMillis(), TimeUnit.MILLISECONDS);
        if (held != null) {
            look(held);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf in = (ByteBuf) message;
        ByteBuf before = held;
        if (before != null) {
            held = context.alloc()
                    .buffer(before.readableBytes() + in.readableBytes())
                    .writeBytes(before)
                    .writeBytes(in);
            before.release();
            in.release();
        } else {
            held = in;
        }
        if (established && !over) {
            look(held);
        }
    }

    private void look(ByteBuf bytes) {
        switch (ClientHello.read(bytes)) {
            case ClientHello.Reading.More m -> {}
            case ClientHello.Reading.None n -> decide(null);
            case ClientHello.Reading.Whole w -> decide(w.hello().sni());
        }
    }

    private void decide(@Nullable String sni) {
        if (over) {
            return;
        }
        meter.sni(sni);
        PassReason reason = inside.engine().interception().passes(request.target(), sni);
        if (reason != null) {
            meter.passed(reason);
            relay();
            return;
        }
        if (dialled != null) {
            dialled.discard();
            dialled = null;
        }
        if (held == null && !ended) {
            context().pipeline().addLast(new FirstWord(inside));
            stepAside();
            return;
        }
        context().pipeline().addLast(new ProtocolDetector(inside));
        stepAside();
    }

    private void relay() {
        UpstreamConnection connection = dialled;
        dialled = null;
        context().pipeline().addLast(new TunnelRelay(inside, meter.tap(), route(), connection));
        stepAside();
    }

    private void stepAside() {
        over = true;
        ChannelHandlerContext here = context();
        ByteBuf bytes = held;
        held = null;
        if (bytes != null) {
            here.fireChannelRead(bytes);
            here.fireChannelReadComplete();
        }
        if (ended) {
            here.fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        }
        here.pipeline().remove(this);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent && !over) {
            ended = true;
            if (established && held == null) {
                over = true;
                context.close();
            } else if (established) {
                decide(null);
            }
            return;
        }
        context.fireUserEventTriggered(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        over = true;
        if (dialled != null) {
            dialled.discard();
            dialled = null;
        }
        if (!established) {
            meter.tap()
                    .failed(new Failure(
                            Phase.CONNECT, "client-gone", "the client closed the connection before the tunnel was up"));
        }
        context.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (deadline != null) {
            deadline.cancel(false);
        }
        if (held != null) {
            held.release();
            held = null;
        }
    }
}
