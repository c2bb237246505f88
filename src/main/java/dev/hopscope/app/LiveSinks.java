package dev.hopscope.app;

import dev.hopscope.capture.RecordingSession;
import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.ExchangeEvent;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.proxy.BodySink;
import dev.hopscope.proxy.ExchangeSink;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The sinks of the session that is recorded now; nothing is recorded while there is none. Any thread. The session may change only while the proxy is stopped,
 * since ids are a session's own.
 */
final class LiveSinks implements ExchangeSink, BodySink {
    private final AtomicLong unrecorded = new AtomicLong();
    private volatile @Nullable RecordingSession session;

    void use(RecordingSession live) {
        session = live;
    }

    @Override
    public ExchangeId nextId() {
        RecordingSession now = session;
        return now == null
                ? new ExchangeId(unrecorded.incrementAndGet())
                : now.exchangeSink().nextId();
    }

    @Override
    public long nextConnectionId() {
        RecordingSession now = session;
        return now == null ? unrecorded.incrementAndGet() : now.exchangeSink().nextConnectionId();
    }

    @Override
    public void accept(ExchangeEvent event) {
        RecordingSession now = session;
        if (now != null) {
            now.exchangeSink().accept(event);
        }
    }

    @Override
    public boolean recording() {
        RecordingSession now = session;
        return now != null && now.exchangeSink().recording();
    }

    @Override
    public long write(ExchangeId exchange, Direction direction, ByteBuffer octets) {
        RecordingSession now = session;
        return now == null ? 0 : now.bodySink().write(exchange, direction, octets);
    }

    @Override
    public boolean full() {
        RecordingSession now = session;
        return now != null && now.bodySink().full();
    }

    @Override
    public void whenDrained(Runnable resume) {
        RecordingSession now = session;
        if (now == null) {
            resume.run();
        } else {
            now.bodySink().whenDrained(resume);
        }
    }
}
