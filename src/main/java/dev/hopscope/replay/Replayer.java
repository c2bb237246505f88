package dev.hopscope.replay;

import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.proxy.ProxyServer;
import dev.hopscope.proxy.ReplayRequest;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sends replays in their order, a few at a time so that many do not flood an origin. Any thread; answers on threads of its own. Waits for none.
 */
public final class Replayer {
    /** Who is told what becomes of a replay; any thread. */
    public interface Listener {
        /** A replay has its row. */
        void begun(ReplayRequest request, ExchangeId replay);

        /** A replay ended; it has a row unless nothing was recorded of it. */
        void ended(ReplayRequest request, @Nullable ExchangeId replay);

        /** A replay was not sent, or not whole. */
        void failed(ReplayRequest request, Throwable cause);
    }

    private static final int AT_ONCE = 6;

    private final ProxyServer proxy;
    private final Listener listener;
    private final Deque<ReplayRequest> waiting = new ArrayDeque<>();
    private int underWay;

    public Replayer(ProxyServer proxy, Listener listener) {
        this.proxy = proxy;
        this.listener = listener;
    }

    /** Sends these after those that wait already. May wait for a start or stop of the proxy; not for the FX thread. */
    public void send(Collection<ReplayRequest> requests) {
        synchronized (this) {
            waiting.addAll(requests);
        }
        sendDue();
    }

    private void sendDue() {
        for (ReplayRequest next = due(); next != null; next = due()) {
            send(next);
        }
    }

    private synchronized @Nullable ReplayRequest due() {
        if (underWay == AT_ONCE || waiting.isEmpty()) {
            return null;
        }
        underWay++;
        return waiting.remove();
    }

    private void send(ReplayRequest request) {
        ReplayRequest.UnderWay sent;
        try {
            sent = proxy.replay(request);
        } catch (IllegalStateException e) {
            ended(request, null, e, false);
            return;
        }
        AtomicReference<@Nullable ExchangeId> row = new AtomicReference<>();
        sent.begun()
                .thenAccept(begun -> begun.ifPresent(id -> {
                    row.set(id);
                    listener.begun(request, id);
                }));
        sent.over().whenComplete((done, cause) -> ended(request, row.get(), cause, true));
    }

    /** @param goOn whether to send the next from here: on a thread of its own, since the proxy may let wait */
    private void ended(ReplayRequest request, @Nullable ExchangeId row, @Nullable Throwable cause, boolean goOn) {
        boolean more;
        synchronized (this) {
            underWay--;
            more = goOn && !waiting.isEmpty();
        }
        if (cause != null) {
            listener.failed(request, cause);
        } else {
            listener.ended(request, row);
        }
        if (more) {
            Thread.ofVirtual().name("replay").start(this::sendDue);
        }
    }
}
