package dev.hopscope.proxy.tls;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Costs of leaves and handshakes on one thread: {@code jr dev.hopscope.proxy.tls.LeafSpeed}. Not a test: its figures depend on the machine. */
final class LeafSpeed {
    private static final List<String> ALPN = List.of("http/1.1");

    private LeafSpeed() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("leaf-speed");
        CertificateAuthority authority = CertificateAuthority.open(folder);
        MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        EventLoop loop = group.next();
        for (SslProvider provider : List.of(SslProvider.OPENSSL_REFCNT, SslProvider.JDK)) {
            MintedLeaves leaves = new MintedLeaves(authority, provider);
            for (int round = 0; round < 4; round++) {
                String prefix = provider + "" + round;
                report(
                        provider + " mint",
                        500,
                        i -> leaves.handlerFor(prefix + i + ".test", ALPN, ByteBufAllocator.DEFAULT, loop)
                                .get());
                report(
                        provider + " new host, both sides of the handshake",
                        500,
                        i -> handshake(leaves, prefix + "h" + i + ".test", loop));
                report(
                        provider + " same host, both sides of the handshake",
                        500,
                        i -> handshake(leaves, "same.test", loop));
            }
        }
        group.shutdownGracefully().sync();
    }

    private interface Step {
        void run(int i) throws Exception;
    }

    private static void report(String what, int count, Step step) throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        long start = System.nanoTime();
        long cpu = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < count; i++) {
            step.run(i);
        }
        System.out.printf(
                "%-55s %7.3f ms wall %7.3f ms cpu each%n",
                what,
                (System.nanoTime() - start) / 1e6 / count,
                (threads.getCurrentThreadCpuTime() - cpu) / 1e6 / count);
    }

    private static final SslContext CLIENT = client();

    private static SslContext client() {
        try {
            return SslContextBuilder.forClient()
                    .sslProvider(SslProvider.OPENSSL)
                    .trustManager(InsecureTrustManagerFactory.INSTANCE)
                    .build();
        } catch (javax.net.ssl.SSLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void handshake(MintedLeaves leaves, String host, EventLoop loop) throws Exception {
        SslHandler serverSide =
                leaves.handlerFor(host, ALPN, ByteBufAllocator.DEFAULT, loop).get();
        SslHandler clientSide = CLIENT.newHandler(ByteBufAllocator.DEFAULT);
        EmbeddedChannel server = new EmbeddedChannel(serverSide);
        EmbeddedChannel client = new EmbeddedChannel(clientSide);
        while (!serverSide.handshakeFuture().isDone()
                || !clientSide.handshakeFuture().isDone()) {
            boolean moved = move(client, server) | move(server, client);
            client.runPendingTasks();
            server.runPendingTasks();
            if (!moved && !serverSide.handshakeFuture().isDone()) {
                throw new IllegalStateException("stuck");
            }
        }
        serverSide.handshakeFuture().get();
        client.finishAndReleaseAll();
        server.finishAndReleaseAll();
    }

    private static boolean move(EmbeddedChannel from, EmbeddedChannel to) {
        boolean any = false;
        for (ByteBuf bytes = from.readOutbound(); bytes != null; bytes = from.readOutbound()) {
            to.writeInbound(bytes);
            any = true;
        }
        return any;
    }
}
