package dev.hopscope.proxy.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PendingLeavesTest {
    private final EventLoop loop = new DefaultEventLoop();
    private final CompletableFuture<LeafCertificates> made = new CompletableFuture<>();
    private final PendingLeaves pending = new PendingLeaves(made);

    @AfterEach
    void end() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    private Future<SslHandler> ask() {
        return pending.handlerFor("a.test", List.of("http/1.1"), UnpooledByteBufAllocator.DEFAULT, loop);
    }

    private static LeafCertificates leaves(SslHandler handler) {
        return (host, alpn, allocator, loop) -> loop.newSucceededFuture(handler);
    }

    @Test
    void aHandshakeWaitsForTheAuthority() throws Exception {
        SslHandler handler = new SslHandler(SSLContext.getDefault().createSSLEngine());
        Future<SslHandler> early = ask();
        assertThat(early.isDone()).isFalse();
        made.complete(leaves(handler));
        assertThat(early.get(10, TimeUnit.SECONDS)).isSameAs(handler);
        assertThat(ask().getNow()).isSameAs(handler);
    }

    @Test
    void anAuthorityThatFailsFailsEveryHandshake() throws Exception {
        Future<SslHandler> early = ask();
        made.completeExceptionally(new IOException("no authority"));
        assertThat(early.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(early.cause()).hasMessage("no authority");
        assertThat(ask().await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(ask().isSuccess()).isFalse();
    }
}
