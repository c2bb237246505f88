package dev.hopscope.proxy.server;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeEvent;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.proxy.BodySink;
import dev.hopscope.proxy.ExchangeSink;
import dev.hopscope.proxy.PlainPages;
import dev.hopscope.proxy.ProxyOptions;
import dev.hopscope.proxy.tls.OriginTls;
import dev.hopscope.proxy.upstream.Dialer;
import dev.hopscope.proxy.upstream.Names;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Runs the engine alone, to try it by hand and to measure it: {@code PORT none|fold}. */
public final class TryProxy {
    private TryProxy() {}

    public static void main(String[] arguments) throws InterruptedException {
        AtomicReference<ProxyOptions> options = new AtomicReference<>(ProxyOptions.DEFAULT
                .withListen("127.0.0.1", Integer.parseInt(arguments[0]))
                .withIntercept(false));
        Counting sink = new Counting(arguments[1].equals("fold"));
        Transport transport = Transport.best();
        ExecutorService blocking = Executors.newCachedThreadPool();
        Dialer dialer = new Dialer(
                options::get,
                sink::nextConnectionId,
                transport.channels(),
                new Names(blocking),
                new OriginTls(blocking));
        Parts parts = new Parts(
                options,
                sink,
                sink,
                new PlainPages(),
                transport,
                dialer,
                (host, alpn, allocator, loop) -> loop.newFailedFuture(new IllegalStateException("no TLS here")),
                (target, sni) -> null,
                sha -> {});
        System.out.println(new NettyProxyServer(parts).start());
        Thread.currentThread().join();
    }

    /** Counts, and folds if asked to, without keeping what ended. */
    private static final class Counting implements ExchangeSink, BodySink {
        private final AtomicLong ids = new AtomicLong();
        private final AtomicLong connections = new AtomicLong();
        private final boolean fold;
        private final ThreadLocal<Map<ExchangeId, Exchange>> open = ThreadLocal.withInitial(HashMap::new);

        Counting(boolean fold) {
            this.fold = fold;
        }

        @Override
        public ExchangeId nextId() {
            return new ExchangeId(ids.incrementAndGet());
        }

        @Override
        public long nextConnectionId() {
            return connections.incrementAndGet();
        }

        @Override
        public void accept(ExchangeEvent event) {
            if (!fold) {
                return;
            }
            if (event instanceof ExchangeEvent.Started started) {
                open.get().put(event.id(), Exchange.of(started));
            } else if (event instanceof ExchangeEvent.Terminal) {
                open.get().remove(event.id());
            } else {
                open.get().computeIfPresent(event.id(), (i, x) -> x.with(event));
            }
        }

        @Override
        public boolean recording() {
            return true;
        }

        @Override
        public long write(ExchangeId exchange, Direction direction, ByteBuffer octets) {
            return 0;
        }

        @Override
        public boolean full() {
            return false;
        }

        @Override
        public void whenDrained(Runnable resume) {
            resume.run();
        }
    }
}
