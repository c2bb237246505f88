package dev.hopscope.proxy.tls;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import io.netty.util.concurrent.PromiseNotifier;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Leaves of an authority that may still be read or made: the proxy listens meanwhile, and the first handshakes wait. Any thread. Makes nothing itself.
 */
public final class PendingLeaves implements LeafCertificates {
    private volatile CompletableFuture<? extends LeafCertificates> made;

    /** @param made where it fails, every handshake fails with the same cause */
    public PendingLeaves(CompletableFuture<? extends LeafCertificates> made) {
        this.made = made;
    }

    /** Handshakes from now on get these; those under way keep theirs. */
    public void use(LeafCertificates others) {
        made = CompletableFuture.completedFuture(others);
    }

    @Override
    public Future<SslHandler> handlerFor(String host, List<String> alpn, ByteBufAllocator allocator, EventLoop loop) {
        CompletableFuture<? extends LeafCertificates> made = this.made;
        if (made.isDone() && !made.isCompletedExceptionally()) {
            return made.join().handlerFor(host, alpn, allocator, loop);
        }
        Promise<SslHandler> promise = loop.newPromise();
        made.whenComplete((leaves, failure) -> loop.execute(() -> {
            if (failure != null) {
                promise.setFailure(failure);
            } else {
                leaves.handlerFor(host, alpn, allocator, loop).addListener(new PromiseNotifier<>(promise));
            }
        }));
        return promise;
    }
}
