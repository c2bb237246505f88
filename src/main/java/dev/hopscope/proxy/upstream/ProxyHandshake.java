package dev.hopscope.proxy.upstream;

import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.Phase;
import dev.hopscope.proxy.UpstreamProxy;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import io.netty.util.concurrent.ScheduledFuture;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks the proxy behind ours for a tunnel (RFC 9110 §9.3.6) and reads its answer, no octet further. On the channel's loop. Does not dial.
 */
final class ProxyHandshake extends ChannelInboundHandlerAdapter {
    private final UpstreamProxy proxy;
    private final Endpoint target;
    private final int headLimit;
    private final Promise<Channel> open;
    private @Nullable ByteBuf head;

    private ProxyHandshake(UpstreamProxy proxy, Endpoint target, int headLimit, Promise<Channel> open) {
        this.proxy = proxy;
        this.target = target;
        this.headLimit = headLimit;
        this.open = open;
    }

    /** @param limit for the proxy's answer, its own dialling included */
    static Future<Channel> over(Channel channel, UpstreamProxy proxy, Endpoint target, int headLimit, Duration limit) {
        Promise<Channel> open = channel.eventLoop().newPromise();
        ProxyHandshake handshake = new ProxyHandshake(proxy, target, headLimit, open);
        ScheduledFuture<?> deadline = channel.eventLoop()
                .schedule(
                        () -> handshake.fail("proxy-timeout", "did not answer within " + Failures.seconds(limit)),
                        limit.toNanos(),
                        TimeUnit.NANOSECONDS);
        open.addListener(done -> deadline.cancel(false));
        channel.pipeline().addLast(handshake);
        channel.writeAndFlush(ByteBufUtil.writeUtf8(channel.alloc(), handshake.request()));
        channel.read();
        return open;
    }

    private String request() {
        StringBuilder text = new StringBuilder("CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n");
        String credentials = proxy.user() == null ? null : basic(proxy.user(), proxy.password());
        if (credentials != null) {
            text.append("Proxy-Authorization: ").append(credentials).append("\r\n");
        }
        return text.append("\r\n").toString();
    }

    /** RFC 7617, in UTF-8. */
    private static String basic(String user, @Nullable String password) {
        byte[] pair = (user + ":" + (password == null ? "" : password)).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf more = (ByteBuf) message;
        if (head == null) {
            head = more;
        } else {
            head.writeBytes(more);
            more.release();
        }
        advance(ctx);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (!open.isDone()) {
            ctx.read();
        }
    }

    private void advance(ChannelHandlerContext ctx) {
        ByteBuf bytes = head;
        while (bytes != null && !open.isDone()) {
            int end = endOfHead(bytes);
            if (end < 0) {
                if (bytes.readableBytes() > headLimit) {
                    fail("proxy-answer-unreadable", "answered with a head of more than " + headLimit + " octets");
                }
                return;
            }
            String text =
                    bytes.readCharSequence(end, StandardCharsets.ISO_8859_1).toString();
            judge(ctx, text.lines().findFirst().orElse(""));
        }
    }

    /** Interim answers are passed over (RFC 9110 §15.2). */
    private void judge(ChannelHandlerContext ctx, String statusLine) {
        if (!statusLine.matches("HTTP/1\\.[0-9] [0-9]{3}( .*)?")) {
            fail("proxy-answer-unreadable", "answered something that is not HTTP/1: " + shortened(statusLine));
            return;
        }
        String status = statusLine.substring(9);
        switch (status.charAt(0)) {
            case '1' -> {}
            case '2' -> succeed(ctx);
            default -> {
                String code = status.startsWith("407") ? "proxy-authentication-required" : "proxy-refused";
                fail(code, "refused a tunnel to " + target + " with " + shortened(status));
            }
        }
    }

    private void succeed(ChannelHandlerContext ctx) {
        ByteBuf rest = head;
        head = null;
        if (rest != null && rest.isReadable()) {
            ctx.pipeline().addAfter(ctx.name(), null, new EarlyBytes(rest));
        } else if (rest != null) {
            rest.release();
        }
        ctx.pipeline().remove(this);
        open.trySuccess(ctx.channel());
    }

    private void fail(String code, String what) {
        open.tryFailure(Failures.of(Phase.UPSTREAM_PROXY, code, "the upstream proxy " + proxy.endpoint() + " " + what));
    }

    private static int endOfHead(ByteBuf bytes) {
        int line = bytes.readerIndex();
        for (int i = line; i < bytes.writerIndex(); i++) {
            if (bytes.getByte(i) == '\n') {
                boolean empty = i == line || i == line + 1 && bytes.getByte(line) == '\r';
                if (empty) {
                    return i + 1 - bytes.readerIndex();
                }
                line = i + 1;
            }
        }
        return -1;
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        fail("proxy-closed", "closed the connection instead of answering CONNECT " + target);
        ctx.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        fail("proxy-closed", "broke off the connection: " + cause.getMessage());
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        if (head != null) {
            head.release();
            head = null;
        }
    }

    /** What came right behind the proxy's answer, handed on at the first read of whoever reads the tunnel. */
    private static final class EarlyBytes extends io.netty.channel.ChannelDuplexHandler {
        private @Nullable ByteBuf bytes;

        EarlyBytes(ByteBuf bytes) {
            this.bytes = bytes;
        }

        @Override
        public void read(ChannelHandlerContext ctx) {
            ByteBuf early = bytes;
            bytes = null;
            ctx.pipeline().remove(this);
            if (early != null) {
                ctx.fireChannelRead(early);
                ctx.fireChannelReadComplete();
            }
            ctx.read();
        }

        @Override
        public void handlerRemoved(ChannelHandlerContext ctx) {
            if (bytes != null) {
                bytes.release();
                bytes = null;
            }
        }
    }
}
