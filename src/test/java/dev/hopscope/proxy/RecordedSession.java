package dev.hopscope.proxy;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeEvent;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.TunnelExchange;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** Both sinks of the engine in memory, for tests: folds events into snapshots, keeps bodies, and complains of any event out of order. Any thread. */
public final class RecordedSession implements ExchangeSink, BodySink {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    private final AtomicLong ids = new AtomicLong();
    private final AtomicLong connections = new AtomicLong();
    private final Map<ExchangeId, Exchange> exchanges = new TreeMap<>();
    private final Map<ExchangeId, List<ExchangeEvent>> events = new TreeMap<>();
    private final Map<String, ByteArrayOutputStream> bodies = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean recording = true;
    private boolean full;

    @Override
    public ExchangeId nextId() {
        return new ExchangeId(ids.incrementAndGet());
    }

    @Override
    public long nextConnectionId() {
        return connections.incrementAndGet();
    }

    @Override
    public synchronized void accept(ExchangeEvent event) {
        events.computeIfAbsent(event.id(), i -> new ArrayList<>()).add(event);
        try {
            Exchange before = exchanges.get(event.id());
            if (before == null && event instanceof ExchangeEvent.Started started) {
                exchanges.put(event.id(), Exchange.of(started));
            } else if (before == null) {
                faults.add(event + " before its start");
            } else {
                exchanges.put(event.id(), before.with(event));
            }
        } catch (RuntimeException e) {
            faults.add(e.toString());
        }
        notifyAll();
    }

    @Override
    public synchronized boolean recording() {
        return recording;
    }

    public synchronized void recording(boolean on) {
        recording = on;
    }

    @Override
    public synchronized long write(ExchangeId exchange, Direction direction, ByteBuffer octets) {
        ByteArrayOutputStream body =
                bodies.computeIfAbsent(exchange + " " + direction, k -> new ByteArrayOutputStream());
        byte[] copy = new byte[octets.remaining()];
        octets.duplicate().get(copy);
        body.writeBytes(copy);
        return body.size();
    }

    @Override
    public synchronized boolean full() {
        return full;
    }

    /** Makes the sink full, or drains it. */
    public void full(boolean on) {
        List<Runnable> due;
        synchronized (this) {
            full = on;
            due = on ? List.of() : List.copyOf(waiting);
            waiting.removeAll(due);
        }
        due.forEach(Runnable::run);
    }

    @Override
    public void whenDrained(Runnable resume) {
        synchronized (this) {
            if (full) {
                waiting.add(resume);
                return;
            }
        }
        resume.run();
    }

    public synchronized List<Exchange> exchanges() {
        return List.copyOf(exchanges.values());
    }

    public synchronized List<ExchangeEvent> events(ExchangeId id) {
        return List.copyOf(events.getOrDefault(id, List.of()));
    }

    /** Events that could not follow, in words. */
    public synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    public synchronized String body(ExchangeId id, Direction direction) {
        ByteArrayOutputStream body = bodies.get(id + " " + direction);
        return body == null ? "" : body.toString(StandardCharsets.ISO_8859_1);
    }

    /** Waits until what is recorded is as wanted. */
    public synchronized List<Exchange> await(Predicate<List<Exchange>> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE;
        List<Exchange> now = exchanges();
        while (!wanted.test(now)) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("not recorded in time; there is " + now);
            }
            wait(left);
            now = exchanges();
        }
        return now;
    }

    /** Waits for so many exchanges, all ended. */
    public List<Exchange> awaitEnded(int count) throws InterruptedException {
        return await(all ->
                all.size() >= count && all.stream().allMatch(x -> x.outcome().terminal()));
    }

    /** Waits for one exchange of HTTP, ended. */
    public HttpExchange awaitHttp() throws InterruptedException {
        return (HttpExchange) awaitEnded(1).getFirst();
    }

    /** Waits for one tunnel, ended. */
    public TunnelExchange awaitTunnel() throws InterruptedException {
        List<Exchange> all = await(l -> l.stream()
                .anyMatch(x -> x instanceof TunnelExchange && x.outcome().terminal()));
        return (TunnelExchange) all.stream()
                .filter(TunnelExchange.class::isInstance)
                .findFirst()
                .orElseThrow();
    }
}
