package dev.hopscope.proxy.tap;

import dev.hopscope.exchange.ConnectionInfo;
import dev.hopscope.exchange.ConnectionUse;
import dev.hopscope.exchange.DialTimings;
import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.ExchangeEvent;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.Failure;
import dev.hopscope.exchange.HeaderChange;
import dev.hopscope.exchange.PassReason;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.proxy.ExchangeSink;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is told of one CONNECT tunnel: its row, the decision to open or pass, the octets each way, and exactly one end. On the client connection's event loop
 * only. Says nothing of a tunnel that began while recording was off.
 */
public final class TunnelTap {
    private static final long REPORT_EVERY = TimeUnit.MILLISECONDS.toNanos(500);

    private final ExchangeSink events;
    private final @Nullable ExchangeId id;
    private boolean ended;
    private boolean decided;
    private long fromClient;
    private long toClient;
    private long reportedAt;
    private long reported;

    private TunnelTap(ExchangeSink events, @Nullable ExchangeId id, long at) {
        this.events = events;
        this.id = id;
        this.reportedAt = at;
    }

    /** @param at {@link System#nanoTime} of the first octet of the request */
    public static TunnelTap requested(
            ExchangeSink events, long at, Instant started, ConnectionUse client, Endpoint target, RequestHead head) {
        if (!events.recording()) {
            return new TunnelTap(events, null, at);
        }
        ExchangeId id = events.nextId();
        events.accept(new ExchangeEvent.TunnelRequested(id, at, started, client, null, target, head));
        return new TunnelTap(events, id, at);
    }

    /** Names the tunnel as parent of what is inside; null where nothing is reported. */
    public @Nullable ExchangeId id() {
        return id;
    }

    public boolean ended() {
        return ended;
    }

    public boolean decided() {
        return decided;
    }

    public void clientIdentified(ConnectionInfo client) {
        if (id != null && !ended) {
            events.accept(new ExchangeEvent.ClientIdentified(id, System.nanoTime(), client));
        }
    }

    public void originConnected(ConnectionUse origin, DialTimings dial) {
        if (id != null && !ended) {
            events.accept(new ExchangeEvent.OriginConnected(id, System.nanoTime(), origin, dial));
        }
    }

    public void responseReturned(ResponseHead head, List<HeaderChange> changes) {
        if (id != null && !ended) {
            events.accept(new ExchangeEvent.ResponseReturned(id, System.nanoTime(), head, changes));
        }
    }

    /** @param passed why it is passed unopened, null where it is opened */
    public void decided(@Nullable String sni, @Nullable PassReason passed) {
        decided = true;
        if (id != null && !ended) {
            events.accept(new ExchangeEvent.TunnelDecided(id, System.nanoTime(), sni, passed));
        }
    }

    /** Counts octets that came from the client. */
    public void fromClient(long octets) {
        fromClient += octets;
        report();
    }

    /** Counts octets that went to the client. */
    public void toClient(long octets) {
        toClient += octets;
        report();
    }

    /** Ends the row: the tunnel was up and is over. */
    public void completed() {
        if (finish() && id != null) {
            events.accept(new ExchangeEvent.Completed(id, System.nanoTime()));
        }
    }

    /** Ends the row: the tunnel did not come up, or broke. */
    public void failed(Failure failure) {
        if (finish() && id != null) {
            events.accept(new ExchangeEvent.Failed(id, System.nanoTime(), failure, null, null));
        }
    }

    private boolean finish() {
        if (ended) {
            return false;
        }
        if (id != null && fromClient + toClient != reported) {
            events.accept(new ExchangeEvent.BytesPassed(id, System.nanoTime(), fromClient, toClient));
        }
        ended = true;
        return true;
    }

    private void report() {
        if (id == null || ended) {
            return;
        }
        long now = System.nanoTime();
        if (now - reportedAt > REPORT_EVERY) {
            reportedAt = now;
            reported = fromClient + toClient;
            events.accept(new ExchangeEvent.BytesPassed(id, now, fromClient, toClient));
        }
    }
}
