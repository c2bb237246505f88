package dev.hopscope.ui.shell;

import dev.hopscope.exchange.Endpoint;
import dev.hopscope.proxy.ProxyOptions;
import dev.hopscope.proxy.ProxyServer;
import dev.hopscope.proxy.ProxyState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A proxy that only says how it stands. */
final class FakeProxy implements ProxyServer {
    final List<String> calls = new ArrayList<>();
    private final List<Consumer<ProxyState>> listeners = new ArrayList<>();
    private ProxyOptions options = ProxyOptions.DEFAULT;
    private ProxyState state = new ProxyState.Starting();

    synchronized void set(ProxyState next) {
        state = next;
        listeners.forEach(l -> l.accept(next));
    }

    @Override
    public synchronized ProxyState start() {
        calls.add("start " + options.listenPort());
        set(new ProxyState.Listening(new Endpoint(options.listenHost(), options.listenPort()), null));
        return state;
    }

    @Override
    public synchronized void stop() {
        calls.add("stop");
        set(new ProxyState.Stopped());
    }

    /** The port that someone else holds. */
    volatile int taken = -1;

    @Override
    public synchronized ProxyState move(String host, int port) {
        calls.add("move " + port);
        if (port == taken) {
            return new ProxyState.Failed("Port " + port + " is taken", true, "java, process 4127", port + 1);
        }
        options = options.withListen(host, port);
        set(new ProxyState.Listening(new Endpoint(host, port), null));
        return state;
    }

    @Override
    public synchronized ProxyState state() {
        return state;
    }

    @Override
    public synchronized void onState(Consumer<ProxyState> listener) {
        listeners.add(listener);
        listener.accept(state);
    }

    @Override
    public synchronized ProxyOptions options() {
        return options;
    }

    volatile dev.hopscope.proxy.CacheContents contents = dev.hopscope.proxy.CacheContents.NONE;

    @Override
    public dev.hopscope.proxy.CacheContents cacheContents() {
        return new dev.hopscope.proxy.CacheContents() {
            @Override
            public Snapshot snapshot() {
                return contents.snapshot();
            }

            @Override
            public int drop(java.util.Collection<Long> ids) {
                return contents.drop(ids);
            }
        };
    }

    @Override
    public synchronized void apply(ProxyOptions next) {
        options = next;
    }

    final java.util.List<dev.hopscope.proxy.ReplayRequest> replayed = new java.util.concurrent.CopyOnWriteArrayList<>();

    /** The row each replay gets is 100 above its original. */
    @Override
    public dev.hopscope.proxy.ReplayRequest.UnderWay replay(dev.hopscope.proxy.ReplayRequest request) {
        replayed.add(request);
        var original = request.original();
        var id = new dev.hopscope.exchange.ExchangeId(100 + (original == null ? 0 : original.value()));
        return new dev.hopscope.proxy.ReplayRequest.UnderWay(
                java.util.concurrent.CompletableFuture.completedFuture(java.util.Optional.of(id)),
                java.util.concurrent.CompletableFuture.completedFuture(null),
                () -> {});
    }

    @Override
    public void trustForThisRun(String sha256) {}

    @Override
    public void close() {}
}
